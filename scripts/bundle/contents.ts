/** Parts of the repository that run in an office. Shared browser parts and the app’s sources are inside the built app. */
const running = /^(apps\/(cli|server)|packages\/(core|pages|engine|store|contract))\//
const sourceOrData = /^[^/]+\/[^/]+\/(src|migrations)\//
const onlyForTests = /\.(test|fixture)\.tsx?$/
/** Read by people of the office. */
const reading = /^(examples\/|docs\/(?!images\/)|README\.md$|GLOSSARY\.md$|CHANGELOG\.md$|LICENSE$)/

/** Whether a file of the repository goes into the archive. */
export const belongs = (path: string): boolean =>
  reading.test(path) ||
  (running.test(path) &&
    (sourceOrData.test(path) || path.endsWith('/package.json')) &&
    !onlyForTests.test(path))

/** Of installed packages, what no program reads: maps of their sources for debuggers. */
export const isSourceMap = (path: string): boolean => /\.(c|m)?js\.map$|\.css\.map$/.test(path)

/** Manifests that npm needs to install exactly what the lock file says. */
export const isManifest = (path: string): boolean =>
  /^(package(-lock)?\.json|\.npmrc|(apps|packages)\/[^/]+\/package\.json)$/.test(path)
