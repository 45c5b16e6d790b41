/** The advisory lock of whoever brings the tables up to date: nobody else changes them meanwhile. */
export const migrationLock = 4711
