/** PostgREST, GoTrue and Storage: @supabase/lite, with the bridges over its known gaps. */
import { App, NoopSmsDriver, setExperimental, type PartialAppDrivers } from '@supabase/lite'
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

  return {
    async fetch(request) {
      const open = await openPart(request)
      const sound = open instanceof Request ? await soundRequest(open) : open
      const asked = sound instanceof Request ? await bridgeRestRequest(sound) : sound
      if (asked instanceof Response) return asked
      const bridged = await bridgeUpload(await bridgeSigning(asked))
      return onBehalfOf(bridged, async () => {
        const response = await app.fetch(bridged, { peerAddress: null })
        await logUnnamed(request, response)
        return bridgeAuthErrors(bridged, await bridgeSignedUrls(bridged, response))
      })
    },
    reloadSchema,
    async ping() {
      await connection.exec('select 1')
    },
    close,
  }
}
