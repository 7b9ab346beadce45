package dev.onerow.quality.application;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How backfills are run.
 *
 * @param lease how long a worker has a job to itself after each batch; a dead worker's job goes on after that
 * @param workers how many jobs this process runs at a time; 0: none
 * @param poll how often this process looks for jobs that others have left behind
 */
@ConfigurationProperties("onerow.quality.backfill")
record BackfillSettings(
        @Bindable(defaultValue = "20s") Duration lease,
        @Bindable(defaultValue = "2") int workers,
        @Bindable(defaultValue = "2s") Duration poll) {}
