package dev.onerow.rules.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.objectweb.asm.ClassReader;

/**
 * What one class file says.
 *
 * @param source the class that a person wrote: the one itself, or for a generated class the one it was made for
 */
public record ClassFile(String name, String source, List<Text> texts, List<Mention> mentions, List<Method> methods) {

    /** Reads a class file to its end. */
    public static ClassFile read(InputStream bytes) throws IOException {
        ClassFileReader reader = new ClassFileReader();
        new ClassReader(bytes).accept(reader, ClassReader.SKIP_FRAMES);
        return reader.result();
    }

    /** Whether a processor made it at compile time. */
    public boolean isGenerated() {
        return !name.equals(source);
    }
}
