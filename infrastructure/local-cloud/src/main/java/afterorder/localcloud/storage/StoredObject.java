package afterorder.localcloud.storage;

import java.time.Instant;

/**
 * An object as a listing tells of it.
 *
 * @param bytes its length
 * @param lastModified real time
 */
public record StoredObject(String key, long bytes, Instant lastModified) {}
