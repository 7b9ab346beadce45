package dev.onerow.rules.code;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The class names in descriptors and generic signatures. */
final class TypeNames extends SignatureVisitor {
    private final Set<String> names = new LinkedHashSet<>();
    private String outer = "";

    private TypeNames() {
        super(ClassFileReader.API);
    }

    /** The classes named in a descriptor or signature of anything; none when there is no signature. */
    static Set<String> in(@Nullable String signature) {
        TypeNames reading = new TypeNames();
        if (signature != null) {
            new SignatureReader(signature).accept(reading);
        }
        return reading.names;
    }

    /** The class of an instruction, which may be an array's. */
    static Set<String> ofInternalName(String internalName) {
        return in(Type.getObjectType(internalName).getDescriptor());
    }

    /** The class of a descriptor that is no method's and no array's. */
    static String of(String descriptor) {
        return Type.getType(descriptor).getClassName();
    }

    @Override
    public void visitClassType(String internalName) {
        outer = internalName.replace('/', '.');
        names.add(outer);
    }

    @Override
    public void visitInnerClassType(String name) {
        outer = outer + "$" + name;
        names.add(outer);
    }
}
