import { type Failure, requestOf } from './failure'

/** Says that something failed where no frame stands: with as little as possible that may fail as well, or has to be fetched. */
export function PlainFailure(failure: Failure) {
  const request = requestOf(failure)
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-4 text-center">
      <div role="alert">
        <h1 className="font-semibold text-portal">This page could not be shown</h1>
        <p>Something failed on our side. Nothing you sent before is lost. Try again in a moment.</p>
        {request && <p className="mt-3">Request {request}</p>}
      </div>
      <button
        type="button"
        onClick={() => location.reload()}
        className="button h-10 bg-accent px-4 text-accent-fg"
      >
        Reload
      </button>
    </main>
  )
}
