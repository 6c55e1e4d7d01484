import { prewarm, setWorkerUrl } from 'maplibre-gl'
// The bundler makes one file of the worker and what it imports, and gives its address.
import address from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

setWorkerUrl(address)
// It starts while the page is still being put together.
prewarm()
