import type { Queue } from '@kuashan/store/jobs/queue.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus'
import { MeterProvider } from '@opentelemetry/sdk-metrics'
import type { WorkEnded } from '../work/timed-work.ts'

/** Seconds of a call: what is read at once, what one waits for, what is too long. */
const callSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** Seconds of long work, up to an hour. */
const workSeconds = [0.1, 0.5, 1, 5, 15, 60, 180, 600, 1800, 3600]

/** What a server counts of itself. Labels are routes, states and kinds: never a county, an account or anything typed. */
export interface Meters {
  /** A call that was answered, by the pattern of its route. */
  called(call: { method: string; route: string; status: number; seconds: number }): void
  /** Long work that ended, by its kind. */
  worked(work: WorkEnded): void
  /** Everything counted so far, in the text format of Prometheus. */
  text(): Promise<string>
  close(): Promise<void>
}

/** Instruments of one server, by OpenTelemetry; names of HTTP and database figures are its semantic conventions. */
export function openMeters(store: Store, queue: Queue, kinds: readonly string[]): Meters {
  const reader = new PrometheusExporter({ preventServerStart: true })
  const provider = new MeterProvider({ readers: [reader] })
  const meter = provider.getMeter('kuashan')
  const calls = meter.createHistogram('http.server.request.duration', {
    unit: 's',
    description: 'Calls by method, route and status',
    advice: { explicitBucketBoundaries: callSeconds },
  })
  const works = meter.createHistogram('kuashan.job.duration', {
    unit: 's',
    description: 'Long work of this process by kind and how it ended',
    advice: { explicitBucketBoundaries: workSeconds },
  })
  meter
    .createObservableGauge('kuashan.jobs', { description: 'Jobs of the queue by kind and state' })
    .addCallback(async (result) => {
      for (const kind of kinds) {
        // A database that is away is told by what is missing here, not by an error of the figures.
        const [now] = await queue.boss.getQueueStats(kind).catch(() => [])
        if (!now) continue
        result.observe(now.queuedCount, { kind, state: 'waiting' })
        result.observe(now.activeCount, { kind, state: 'running' })
      }
    })
  meter
    .createObservableGauge('db.client.connection.count', { description: 'Connections of the pool' })
    .addCallback((result) => {
      const { idle, used } = store.connections()
      result.observe(idle, { 'db.client.connection.state': 'idle' })
      result.observe(used, { 'db.client.connection.state': 'used' })
    })
  meter
    .createObservableGauge('db.client.connection.pending_requests', {
      description: 'Transactions that wait for a connection',
    })
    .addCallback((result) => result.observe(store.connections().waiting))
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true)
  return {
    called: ({ method, route, status, seconds }) =>
      calls.record(seconds, {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      }),
    worked: ({ kind, end, seconds }) => works.record(seconds, { kind, end }),
    text: async () => serializer.serialize((await reader.collect()).resourceMetrics),
    close: () => provider.shutdown(),
  }
}
