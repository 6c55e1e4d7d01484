import fc from 'fast-check'

/**
 * Properties draw from one seed, so that a red test is red again. `KUASHAN_TEST_SEED=$RANDOM npm test` draws anew:
 * do so now and then, and keep what it finds as an example.
 */
fc.configureGlobal({ seed: Number(process.env.KUASHAN_TEST_SEED ?? 20261123) })
