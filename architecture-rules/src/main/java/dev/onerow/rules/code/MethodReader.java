package dev.onerow.rules.code;

import dev.onerow.rules.code.Text.Origin;
import dev.onerow.rules.sql.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Reads one method: its texts in the order of the code, its calls within the class, the types it mentions. */
final class MethodReader extends MethodVisitor {
    private static final Set<String> COMPOSERS =
            Set.of("append", "concat", "format", "formatted", "insert", "join", "joining");
    private static final Set<String> LOOK_UPS = Set.of("forName", "loadClass", "findClass");

    private final ClassFileReader file;
    private final String type;
    private final String name;
    private final String descriptor;
    private final int access;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> calls = new LinkedHashSet<>();
    private final List<Mention> namedTypes = new ArrayList<>();
    private boolean composing;
    private boolean lookingUp;
    private int line;

    /** A text of this method, or the signature of a lambda whose texts belong here. */
    private record Part(String value, boolean isLambda) {}

    MethodReader(ClassFileReader file, String type, String name, String descriptor, int access) {
        super(ClassFileReader.API);
        this.file = file;
        this.type = type;
        this.name = name;
        this.descriptor = descriptor;
        this.access = access;
    }

    Method result() {
        List<String> own =
                parts.stream().filter(part -> !part.isLambda()).map(Part::value).toList();
        boolean isPrivate = (access & Opcodes.ACC_PRIVATE) != 0;
        return new Method(name + descriptor, place(0), isPrivate, own, Set.copyOf(calls));
    }

    boolean isLambda() {
        return (access & Opcodes.ACC_SYNTHETIC) != 0 && name.startsWith("lambda$");
    }

    Place place(int atLine) {
        return file.place(name, atLine);
    }

    /** Adds the texts of this method and of its lambdas, in order; says whether any of them puts texts together. */
    boolean collect(List<String> pieces, Map<String, MethodReader> methods, Set<String> visited) {
        boolean anyComposing = composing;
        for (Part part : parts) {
            if (!part.isLambda()) {
                pieces.add(part.value());
            } else if (visited.add(part.value()) && methods.containsKey(part.value())) {
                anyComposing |= methods.get(part.value()).collect(pieces, methods, visited);
            }
        }
        return anyComposing;
    }

    private void text(Origin origin, String value) {
        file.add(origin, place(line), null, value);
        parts.add(new Part(value, false));
    }

    private void mention(Set<String> types) {
        file.mention(types, place(line));
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
        return new AnnotationReader(file, Origin.CONSTANT, null, name);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return file.annotation(annotation, name);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String annotation, boolean visible) {
        return file.annotation(annotation, name);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int ref, @Nullable TypePath path, String annotation, boolean visible) {
        return file.annotation(annotation, name);
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(Origin.LITERAL, value);
    }

    @Override
    public void visitInvokeDynamicInsn(String called, String calledDescriptor, Handle bootstrap, Object... arguments) {
        mention(TypeNames.in(calledDescriptor));
        if (bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            composing = true;
            text(Origin.RECIPE, recipe(calledDescriptor, arguments));
            return;
        }
        for (Object argument : arguments) {
            constant(Origin.RECIPE, argument);
        }
    }

    /** The recipe with the constants put in; a concatenation without a recipe is holes alone. */
    private static String recipe(String calledDescriptor, Object[] arguments) {
        if (arguments.length == 0 || !(arguments[0] instanceof String recipe)) {
            return String.valueOf(Texts.HOLE).repeat(Type.getArgumentCount(calledDescriptor));
        }
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int i = 0; i < recipe.length(); i++) {
            if (recipe.charAt(i) == '\u0002') {
                text.append(arguments[next++]);
            } else {
                text.append(recipe.charAt(i));
            }
        }
        return text.toString();
    }

    private void constant(Origin origin, Object value) {
        if (value instanceof String text) {
            text(origin, text);
            namedTypes.add(new Mention(text, "", place(line)));
        } else if (value instanceof Type type) {
            mention(TypeNames.in(type.getDescriptor()));
        } else if (value instanceof Handle handle) {
            call(handle.getOwner(), handle.getName(), handle.getDesc());
            if (handle.getOwner().replace('/', '.').equals(type)
                    && handle.getName().startsWith("lambda$")) {
                parts.add(new Part(handle.getName() + handle.getDesc(), true));
            }
        } else if (value instanceof ConstantDynamic dynamic) {
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(Origin.RECIPE, dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private void call(String owner, String called, String calledDescriptor) {
        String parameters = calledDescriptor.substring(0, calledDescriptor.indexOf(')') + 1);
        TypeNames.ofInternalName(owner).forEach(each -> file.mention(each, called + parameters, place(line)));
        mention(TypeNames.in(calledDescriptor));
        if (owner.replace('/', '.').equals(type)) {
            calls.add(called + calledDescriptor);
        }
        composing |= owner.startsWith("java/") && COMPOSERS.contains(called);
        lookingUp |= owner.startsWith("java/") && LOOK_UPS.contains(called);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
        call(owner, called, calledDescriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String fieldDescriptor) {
        mention(TypeNames.ofInternalName(owner));
        mention(TypeNames.in(fieldDescriptor));
    }

    @Override
    public void visitTypeInsn(int opcode, String internalName) {
        mention(TypeNames.ofInternalName(internalName));
    }

    @Override
    public void visitMultiANewArrayInsn(String arrayDescriptor, int dimensions) {
        mention(TypeNames.in(arrayDescriptor));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String exception) {
        mention(exception == null ? Set.of() : TypeNames.ofInternalName(exception));
    }

    @Override
    public void visitLocalVariable(
            String variable, String variableDescriptor, @Nullable String signature, Label start, Label end, int index) {
        file.mention(
                Stream.of(variableDescriptor, signature == null ? variableDescriptor : signature)
                        .flatMap(each -> TypeNames.in(each).stream())
                        .collect(Collectors.toSet()),
                place(0));
    }

    @Override
    public void visitEnd() {
        if (lookingUp) {
            namedTypes.forEach(named -> file.mention(Set.of(named.type()), named.place()));
        }
    }
}
