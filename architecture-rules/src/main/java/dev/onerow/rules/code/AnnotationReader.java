package dev.onerow.rules.code;

import dev.onerow.rules.code.Text.Origin;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Reads the values of one annotation, and of those inside it. */
final class AnnotationReader extends AnnotationVisitor {
    private final ClassFileReader file;
    private final Origin origin;
    private final @Nullable String annotation;
    private final String member;

    AnnotationReader(ClassFileReader file, Origin origin, @Nullable String annotation, String member) {
        super(ClassFileReader.API);
        this.file = file;
        this.origin = origin;
        this.annotation = annotation;
        this.member = member;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        if (value instanceof String text) {
            file.add(origin, file.place(member, 0), annotation, text);
        } else if (value instanceof Type type) {
            file.mention(TypeNames.in(type.getDescriptor()), file.place(member, 0));
        }
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
        file.mention(TypeNames.in(descriptor), file.place(member, 0));
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
        return new AnnotationReader(file, origin, TypeNames.of(descriptor), member);
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
        return new AnnotationReader(file, origin, annotation, member);
    }
}
