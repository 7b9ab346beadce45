package dev.onerow.rules.code;

import dev.onerow.rules.code.Text.Origin;
import dev.onerow.rules.sql.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Collects what one class file says; the parts of it report here. */
final class ClassFileReader extends ClassVisitor {
    static final int API = Opcodes.ASM9;
    /** Micronaut names what it makes for {@code Rules} {@code $Rules$Definition}, {@code Rules$Intercepted} and so on. */
    private static final Pattern GENERATED =
            Pattern.compile("(.*\\.)?\\$?(.+?)\\$(?:Intercepted|Definition|Introspection|ApplicationContext)\\b.*");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private final List<Text> texts = new ArrayList<>();
    private final Set<Mention> mentions = new LinkedHashSet<>();
    private final Map<String, MethodReader> methods = new LinkedHashMap<>();
    private String name = "";
    private String sourceFile = "";

    ClassFileReader() {
        super(API);
    }

    ClassFile result() {
        String source = sourceOf(name);
        if (source.equals(name)) {
            methods.values().stream().filter(method -> !method.isLambda()).forEach(this::addPieces);
        }
        return new ClassFile(
                name,
                source,
                List.copyOf(texts),
                List.copyOf(mentions),
                methods.values().stream().map(MethodReader::result).toList());
    }

    private static String sourceOf(String name) {
        Matcher generated = GENERATED.matcher(name);
        if (!generated.matches()) {
            return name;
        }
        String folder = generated.group(1);
        return (folder == null ? "" : folder) + generated.group(2);
    }

    private void addPieces(MethodReader method) {
        List<String> pieces = new ArrayList<>();
        boolean composing = method.collect(pieces, methods, new LinkedHashSet<>());
        if (composing && pieces.size() > 1) {
            texts.add(new Text(Origin.PIECES, method.place(0), null, Texts.joined(pieces)));
            texts.add(new Text(Origin.GLUED_PIECES, method.place(0), null, Texts.glued(pieces)));
        }
    }

    void add(Origin origin, Place place, @Nullable String annotation, String value) {
        texts.add(new Text(origin, place, annotation, value));
    }

    void mention(Set<String> types, Place place) {
        types.forEach(type -> mention(type, "", place));
    }

    void mention(String type, String call, Place place) {
        mentions.add(new Mention(type, call, place));
    }

    Place place(String member, int line) {
        Matcher lambda = LAMBDA.matcher(member);
        return new Place(name, lambda.matches() ? lambda.group(1) : member, sourceFile, line);
    }

    AnnotationVisitor annotation(String descriptor, String member) {
        mention(TypeNames.in(descriptor), place(member, 0));
        return new AnnotationReader(this, Origin.ANNOTATION, TypeNames.of(descriptor), member);
    }

    @Override
    public void visit(
            int version,
            int access,
            String internalName,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        name = internalName.replace('/', '.');
        mention(TypeNames.in(signature), place("", 0));
        mention(superName == null ? Set.of() : Set.of(superName.replace('/', '.')), place("", 0));
        for (String type : interfaces) {
            mention(Set.of(type.replace('/', '.')), place("", 0));
        }
    }

    @Override
    public void visitSource(@Nullable String file, @Nullable String debug) {
        sourceFile = file == null ? "" : file;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return annotation(descriptor, "");
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int ref, @Nullable TypePath path, String descriptor, boolean visible) {
        return annotation(descriptor, "");
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String member, String descriptor, @Nullable String signature) {
        mention(TypeNames.in(descriptor), place(member, 0));
        mention(TypeNames.in(signature), place(member, 0));
        return new RecordComponentVisitor(API) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return annotation(type, member);
            }
        };
    }

    @Override
    public FieldVisitor visitField(
            int access, String member, String descriptor, @Nullable String signature, @Nullable Object value) {
        mention(TypeNames.in(descriptor), place(member, 0));
        mention(TypeNames.in(signature), place(member, 0));
        if (value instanceof String text) {
            add(Origin.CONSTANT, place(member, 0), null, text);
        }
        return new FieldVisitor(API) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return annotation(type, member);
            }

            @Override
            public AnnotationVisitor visitTypeAnnotation(
                    int ref, @Nullable TypePath path, String type, boolean visible) {
                return annotation(type, member);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String member, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        mention(TypeNames.in(descriptor), place(member, 0));
        mention(TypeNames.in(signature), place(member, 0));
        for (String type : exceptions == null ? new String[0] : exceptions) {
            mention(Set.of(type.replace('/', '.')), place(member, 0));
        }
        MethodReader reader = new MethodReader(this, name, member, descriptor, access);
        methods.put(member + descriptor, reader);
        return reader;
    }
}
