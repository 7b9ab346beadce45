package dev.onerow.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Calls of static methods that answer a problem, with what class files tell of their arguments. */
final class ConstantArguments {
    private static final String PROBLEM = "Ldev/onerow/web/problem/Problem;";
    private static final String STATUS = Type.getInternalName(HttpStatus.class);

    private final List<Call> calls = new ArrayList<>();
    private final Set<String> constants = new TreeSet<>();

    /** One call, and its arguments in their order. */
    record Call(String caller, String callee, List<Value> arguments) {}

    /**
     * What is known of an argument.
     *
     * @param status of HTTP, or {@link #NO_STATUS}
     * @param text a constant, with a {@link #HOLE} where an argument of the caller goes in; empty when it is none
     * @param argument which argument of the caller that is, or {@link #NO_ARGUMENT}
     */
    record Value(int status, String text, int argument) {
        static final int NO_STATUS = 0;
        static final int NO_ARGUMENT = -1;
        static final String HOLE = "\u0001";
        private static final Value UNKNOWN = new Value(NO_STATUS, "", NO_ARGUMENT);
    }

    private ConstantArguments() {}

    /** Those of all classes of a package that are not tests. */
    static ConstantArguments of(String packageName) {
        ConstantArguments all = new ConstantArguments();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(packageName)) {
            all.look(each);
        }
        return all;
    }

    List<Call> calls() {
        return calls;
    }

    /** The texts of constants. */
    Set<String> constants() {
        return constants;
    }

    private void look(JavaClass each) {
        ClassNode node = new ClassNode();
        try (InputStream bytes = each.getSource().orElseThrow().getUri().toURL().openStream()) {
            new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node.fields.stream()
                .map(field -> field.value)
                .filter(String.class::isInstance)
                .forEach(text -> constants.add((String) text));
        node.methods.forEach(method -> look(node, method));
    }

    private void look(ClassNode type, MethodNode method) {
        boolean makesProblems = false;
        for (AbstractInsnNode each : method.instructions) {
            makesProblems |= isMaker(each);
        }
        if (!makesProblems) {
            return;
        }
        Frame<SourceValue>[] frames = framesOf(type, method);
        for (int at = 0; at < frames.length; at++) {
            if (isMaker(method.instructions.get(at)) && method.instructions.get(at) instanceof MethodInsnNode call) {
                List<Value> arguments = new ArrayList<>();
                for (SourceValue argument : top(frames[at], Type.getArgumentTypes(call.desc).length)) {
                    arguments.add(value(argument, method, frames));
                }
                calls.add(new Call(name(type.name, method.name), name(call.owner, call.name), arguments));
            }
        }
    }

    private static boolean isMaker(AbstractInsnNode each) {
        return each instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKESTATIC
                && call.owner.startsWith("dev/onerow/")
                && call.desc.endsWith(")" + PROBLEM);
    }

    private static Value value(SourceValue source, MethodNode method, Frame<SourceValue>[] frames) {
        if (source.insns.size() != 1) {
            return Value.UNKNOWN;
        }
        AbstractInsnNode made = source.insns.iterator().next();
        if (made instanceof LdcInsnNode constant && constant.cst instanceof String text) {
            return new Value(Value.NO_STATUS, text, Value.NO_ARGUMENT);
        }
        if (made instanceof FieldInsnNode field && field.owner.equals(STATUS)) {
            return new Value(HttpStatus.valueOf(field.name).getCode(), "", Value.NO_ARGUMENT);
        }
        if (made instanceof VarInsnNode load) {
            int argument = argumentAt(load.var, method);
            return argument < 0 ? Value.UNKNOWN : new Value(Value.NO_STATUS, Value.HOLE, argument);
        }
        if (made instanceof InvokeDynamicInsnNode text && text.name.equals("makeConcatWithConstants")) {
            Frame<SourceValue> before = frames[method.instructions.indexOf(text)];
            Value part = value(before.getStack(before.getStackSize() - 1), method, frames);
            boolean isOnePart = Type.getArgumentTypes(text.desc).length == 1;
            return isOnePart && part.text().equals(Value.HOLE)
                    ? new Value(Value.NO_STATUS, String.valueOf(text.bsmArgs[0]), part.argument())
                    : Value.UNKNOWN;
        }
        return Value.UNKNOWN;
    }

    /** Which argument of a static method stands in this slot; -1 when none does. */
    private static int argumentAt(int slot, MethodNode method) {
        int next = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        Type[] arguments = Type.getArgumentTypes(method.desc);
        for (int i = 0; i < arguments.length; i++) {
            if (next == slot) {
                return i;
            }
            next += arguments[i].getSize();
        }
        return -1;
    }

    private static List<SourceValue> top(Frame<SourceValue> frame, int count) {
        List<SourceValue> values = new ArrayList<>();
        for (int i = frame.getStackSize() - count; i < frame.getStackSize(); i++) {
            values.add(frame.getStack(i));
        }
        return values;
    }

    private static Frame<SourceValue>[] framesOf(ClassNode type, MethodNode method) {
        try {
            return new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
        } catch (AnalyzerException e) {
            throw new AssertionError(method.name, e);
        }
    }

    private static String name(String owner, String method) {
        return owner.replace('/', '.') + "." + method;
    }
}
