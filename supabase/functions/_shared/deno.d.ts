/** The two parts of Deno that the functions use, for `tsc`; the real types come with the runtime. */
declare namespace Deno {
  const env: { get(name: string): string | undefined }
  function serve(handler: (request: Request) => Response | Promise<Response>): unknown
}
