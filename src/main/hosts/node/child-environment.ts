/** What a child process may know of its surroundings: what loading, temporary files and fonts need, and no more. */
const PASSED_ON = ['PATH', 'SYSTEMROOT', 'WINDIR', 'TEMP', 'TMP', 'TMPDIR', 'HOME', 'LANG', 'TZ', 'LD_LIBRARY_PATH']

/** The environment of the media and report processes. libvips reads its switch before anything else does. */
export function childEnvironment(all: NodeJS.ProcessEnv): Record<string, string> {
  const kept = PASSED_ON.flatMap((name) => {
    const value = all[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), VIPS_BLOCK_UNTRUSTED: '1' }
}
