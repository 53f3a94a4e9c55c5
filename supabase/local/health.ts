/** GET /healthz: 200 only when every part answers; 503 names the parts that do not. */

export type Check = () => boolean | Promise<boolean>

const LIMIT_MS = 2500

async function holds(check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      Promise.resolve(check()),
      new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), LIMIT_MS)
      }),
    ])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

export async function healthResponse(checks: Record<string, Check>): Promise<Response> {
  const entries = await Promise.all(Object.entries(checks).map(async ([part, check]) => [part, await holds(check)] as const))
  const down = entries.filter(([, up]) => !up).map(([part]) => part)
  const parts = Object.fromEntries(entries.map(([part, up]) => [part, up ? 'up' : 'down']))
  return Response.json(
    { status: down.length === 0 ? 'ok' : 'degraded', down, parts },
    { status: down.length === 0 ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
