/** PostgREST, GoTrue and Storage: @supabase/lite, with the bridges over its known gaps. */
import { App, NoopSmsDriver, setExperimental, type PartialAppDrivers } from '@supabase/lite'
import { withCurrentPassword } from './auth/current-password.ts'
import { createMfa, isMfa } from './auth/mfa.ts'
import { openPart } from './auth-surface.ts'
import { createApiConnection } from './bridges/api-connection.ts'
import { onBehalfOf } from './bridges/asked.ts'
import { bridgeAuthErrors } from './bridges/auth-errors.ts'
import { quietErrors } from './bridges/quiet-errors.ts'
import { bridgeRestRequest } from './bridges/rest-requests.ts'
import { soundRequest } from './bridges/sound-requests.ts'
import { logUnnamed } from './bridges/unnamed-errors.ts'
import { bridgeSignedUrls, bridgeSigning, bridgeUpload } from './bridges/storage.ts'
import { createFileStorage } from './bridges/storage-files.ts'
import { createRefusalRecord } from './refusals.ts'
import { PUBLISHABLE_KEY, type Secrets } from './secrets.ts'

export interface Api {
  fetch(request: Request): Promise<Response>
  /** Reads the catalogue again, e.g. after migrations. */
  reloadSchema(): Promise<void>
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface ApiOptions {
  /** Logs in as `authenticator`. */
  dbUrl: string
  /** Logs in as `postgres`, to read the catalogue. */
  catalogueUrl: string
  storageDir: string
  siteUrl: string
  secrets: Pick<Secrets, 'jwtSecret' | 'secretKey'>
}

/** Largest stored file; the gateway's own limit on a request body is higher. */
const FILE_SIZE_LIMIT = '25MiB'

/** Without drivers lite prints every message, with codes, links and addresses. Nobody here is sent any. */
const silentDrivers: PartialAppDrivers = { email: { send: async () => undefined }, sms: new NoopSmsDriver({ silent: true }) }

/** lite announces its experimental parts on the console; our choice of them is deliberate. */
async function initQuietly(app: App): Promise<void> {
  const { warn } = console
  console.warn = () => undefined
  try {
    await app.init()
  } finally {
    console.warn = warn
  }
}

export async function startApi({ dbUrl, catalogueUrl, storageDir, siteUrl, secrets }: ApiOptions): Promise<Api> {
  setExperimental('storage', true)
  quietErrors()
  const { connection, reloadSchema, close } = await createApiConnection(dbUrl, catalogueUrl)
  const app = new App({
    connection,
    api: { enabled: true, schemas: ['public'], extra_search_path: ['public', 'extensions'], max_rows: 1000 },
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      jwt_expiry: 3600,
      publishable_key: PUBLISHABLE_KEY,
      secret_key: secrets.secretKey,
      site_url: siteUrl,
      enable_signup: true,
      // As in supabase/config.toml.
      minimum_password_length: 10,
      password_requirements: 'lower_upper_letters_digits',
      email: { enable_signup: true, enable_confirmations: false },
    },
    storage: { enabled: true, file_size_limit: FILE_SIZE_LIMIT },
    options: { server: { admin: false }, drivers: silentDrivers },
  })
  app._storageAdapter = createFileStorage(storageDir)
  await initQuietly(app)
  const lite = (request: Request) => app.fetch(request, { peerAddress: null })
  const log = (line: string) => console.error(line)
  const mfa = createMfa({ dbUrl, hookUrl: catalogueUrl, jwtSecret: secrets.jwtSecret, log })
  const refusals = createRefusalRecord({ hookUrl: catalogueUrl, jwtSecret: secrets.jwtSecret, log })

  async function changePassword(request: Request): Promise<Response> {
    const refused = await mfa.assertMayChange(request)
    if (refused) return refused
    const proven = await withCurrentPassword(request, lite)
    return proven instanceof Response ? proven : bridgeAuthErrors(proven, await lite(proven))
  }

  /** What GoTrue does around an answer and lite does not. */
  async function complete(request: Request, response: Response): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    // It repeats the query, as long as that is; what reads our answers gives up beyond 16 KB of headers.
    if ((response.headers.get('content-location')?.length ?? 0) > 2000) response.headers.delete('content-location')
    if (pathname === '/auth/v1/user' && request.method === 'GET') return mfa.withFactors(response)
    if (pathname === '/auth/v1/signup' || (pathname === '/auth/v1/token' && search.includes('password'))) await mfa.keepOrigin(request, response)
    return response
  }

  return {
    async fetch(request) {
      const open = await openPart(request)
      const sound = open instanceof Request ? await soundRequest(open) : open
      const asked = sound instanceof Request ? await bridgeRestRequest(sound) : sound
      if (asked instanceof Response) return asked
      const bridged = await bridgeUpload(await bridgeSigning(asked))
      return onBehalfOf(bridged, async () => {
        const url = new URL(bridged.url)
        if (url.pathname === '/auth/v1/user' && bridged.method === 'PUT') return changePassword(bridged)
        const copy = refusals.copyOf(bridged)
        const response = isMfa(url) && bridged.method !== 'OPTIONS' ? await mfa.handle(bridged, lite) : await lite(bridged)
        await logUnnamed(request, response)
        await refusals.note(bridged, copy, response)
        return complete(bridged, await bridgeAuthErrors(bridged, await bridgeSignedUrls(bridged, response)))
      })
    },
    reloadSchema,
    async ping() {
      await connection.exec('select 1')
    },
    async close() {
      await Promise.all([close(), mfa.close(), refusals.close()])
    },
  }
}
