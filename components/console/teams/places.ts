export const teamsPath = '/console/teams'
