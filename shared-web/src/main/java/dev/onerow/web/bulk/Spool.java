package dev.onerow.web.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way from one thread that makes them to one that sends them. What is not read yet waits in memory up to
 * a bound, beyond it in a temporary file up to another bound, and beyond that the maker waits for the reader. When the reader is gone the maker's next write fails; nothing is left behind on any path.
 */
final class Spool {
    /** Bytes that wait in memory at most. */
    static final int MEMORY = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> memory = new ArrayDeque<>();
    private final int mostInMemory;
    private final long mostOnDisk;
    private int inMemory;
    private @Nullable SpoolFile file;
    private boolean finished;
    private boolean abandoned;
    private @Nullable Throwable failure;
    private int readOfFirst;

    private Spool(int mostInMemory, long mostOnDisk) {
        this.mostInMemory = mostInMemory;
        this.mostOnDisk = mostOnDisk;
    }

    /** A spool whose maker never waits. */
    static Spool overflowing() {
        return overflowing(MEMORY, Long.MAX_VALUE);
    }

    /** A spool whose maker waits only for a reader that is this many bytes behind, in memory and on disk. */
    static Spool overflowing(int mostInMemory, long mostOnDisk) {
        return new Spool(mostInMemory, mostOnDisk);
    }

    /** The end to write to. Closing it says that all is written. */
    OutputStream sink() {
        return new Sink();
    }

    /** The end to read from. Closing it before the end says that nobody will read on. */
    InputStream source() {
        return new Source();
    }

    /** Says that the rest will never come: the reader fails behind what was written so far. */
    void fail(Throwable why) {
        lock.lock();
        try {
            failure = why;
            finished = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something to read or will never be, and answers why it will never be if that is a failure. */
    Optional<Throwable> awaitFirstByte() throws IOException {
        lock.lock();
        try {
            waitWhile(() -> isDry() && !finished);
            return isDry() ? Optional.ofNullable(failure) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isDry() {
        return inMemory == 0 && (file == null || file.isEmpty());
    }

    private void waitWhile(BooleanSupplier condition) throws IOException {
        try {
            while (condition.getAsBoolean()) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the other side was slow");
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            waitWhile(() -> !abandoned && !isDry() && overflows(length) && onDisk() + length > mostOnDisk);
            if (abandoned) {
                throw new IOException("The reader is gone");
            }
            if (overflows(length) && onDisk() + length <= mostOnDisk) {
                file = file == null ? SpoolFile.create() : file;
                file.append(bytes, offset, length);
            } else {
                memory.add(Arrays.copyOfRange(bytes, offset, offset + length));
                inMemory += length;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What comes behind bytes that wait on disk has to wait there too. */
    private boolean overflows(int length) {
        return onDisk() > 0 || inMemory + length > mostInMemory;
    }

    private long onDisk() {
        return file == null ? 0 : file.size();
    }

    private int read(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            waitWhile(() -> isDry() && !finished && !abandoned);
            if (abandoned) {
                throw new IOException("The reader has left");
            }
            if (inMemory > 0) {
                return readMemory(bytes, offset, length);
            }
            if (file != null && !file.isEmpty()) {
                int read = file.read(bytes, offset, length);
                changed.signalAll();
                return read;
            }
            if (failure != null) {
                throw new IOException("The rest of the answer could not be made", failure);
            }
            return -1;
        } finally {
            lock.unlock();
        }
    }

    private int readMemory(byte[] bytes, int offset, int length) {
        int filled = 0;
        for (byte[] first = memory.peek(); first != null && filled < length; first = memory.peek()) {
            int taken = Math.min(first.length - readOfFirst, length - filled);
            System.arraycopy(first, readOfFirst, bytes, offset + filled, taken);
            filled += taken;
            readOfFirst += taken;
            if (readOfFirst == first.length) {
                memory.remove();
                readOfFirst = 0;
            }
        }
        inMemory -= filled;
        changed.signalAll();
        return filled;
    }

    private void close(boolean byReader) throws IOException {
        lock.lock();
        try {
            if (byReader) {
                abandoned = true;
                memory.clear();
                inMemory = 0;
                if (file != null) {
                    file.close();
                    file = null;
                }
            } else {
                finished = true;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Sink extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            Spool.this.write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                Spool.this.write(bytes, offset, length);
            }
        }

        @Override
        public void close() throws IOException {
            Spool.this.close(false);
        }
    }

    private final class Source extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : Spool.this.read(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            Spool.this.close(true);
        }
    }
}
