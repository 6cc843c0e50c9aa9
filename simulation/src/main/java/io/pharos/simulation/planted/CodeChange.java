package io.pharos.simulation.planted;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/** One change of one method's code: at every place that it fits, or at one of them. */
abstract class CodeChange {
    private int only;

    /** Where it fits more than once: at that place only, counted from 1. */
    CodeChange at(int place) {
        only = place;
        return this;
    }

    /** Whether only one of the places is changed, and which; 0 for all. */
    int only() {
        return only;
    }

    /** Whether an element is what this changes. */
    abstract boolean fits(CodeElement element);

    /** Writes what is there instead. */
    abstract void write(CodeBuilder code, CodeElement element);

    /** Whether the whole body is replaced, by {@link #writeBody}. */
    boolean replacesBody() {
        return false;
    }

    /** Writes another body. */
    void writeBody(CodeBuilder code, MethodModel method) {
        throw new IllegalStateException("changes single instructions of " + method.methodName());
    }

    /** Replaces the whole body. */
    private abstract static class BodyChange extends CodeChange {
        @Override
        final boolean replacesBody() {
            return true;
        }

        @Override
        final boolean fits(CodeElement element) {
            return false;
        }

        @Override
        final void write(CodeBuilder code, CodeElement element) {
            throw new IllegalStateException("changes the whole body");
        }
    }

    /** Drops the calls of a method; 0, false or null is what they give. */
    static CodeChange skipCall(String method) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof InvokeInstruction call && call.name().equalsString(method);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                InvokeInstruction call = (InvokeInstruction) element;
                dropArguments(code, call);
                pushZero(code, TypeKind.from(call.typeSymbol().returnType()));
            }
        };
    }

    /** Drops what a field would be set to. */
    static CodeChange skipWrite(String field) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof FieldInstruction access
                        && access.opcode() == Opcode.PUTFIELD
                        && access.name().equalsString(field);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                drop(code, TypeKind.from(((FieldInstruction) element).typeSymbol()));
                code.pop();
            }
        };
    }

    /** Reads 0, false or null instead of a field. */
    static CodeChange readZero(String field) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return isRead(element, field);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                code.pop();
                pushZero(code, TypeKind.from(((FieldInstruction) element).typeSymbol()));
            }
        };
    }

    /** Reads another field of the same object and type. */
    static CodeChange readOther(String field, String other) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return isRead(element, field);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                FieldInstruction access = (FieldInstruction) element;
                code.getfield(access.owner().asSymbol(), other, access.typeSymbol());
            }
        };
    }

    /** Calls another method of the same class and type. */
    static CodeChange callOther(String method, String other) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof InvokeInstruction call && call.name().equalsString(method);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                InvokeInstruction call = (InvokeInstruction) element;
                code.invoke(call.opcode(), call.owner().asSymbol(), other, call.typeSymbol(), call.isInterface());
            }
        };
    }

    /** Calls a static method without arguments instead, of the same result. */
    static CodeChange callInstead(String method, Class<?> owner, String other) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof InvokeInstruction call && call.name().equalsString(method);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                InvokeInstruction call = (InvokeInstruction) element;
                dropArguments(code, call);
                code.invokestatic(
                        ClassDesc.of(owner.getName()),
                        other,
                        MethodTypeDesc.of(call.typeSymbol().returnType()));
            }
        };
    }

    /** Does not call a method, and has a constant of its enumeration for what it gives. */
    static CodeChange gives(String method, Enum<?> constant) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof InvokeInstruction call && call.name().equalsString(method);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                InvokeInstruction call = (InvokeInstruction) element;
                dropArguments(code, call);
                ClassDesc of = call.typeSymbol().returnType();
                code.getstatic(of, constant.name(), of);
            }
        };
    }

    /** Has another number for a constant. */
    static CodeChange constant(long from, long to) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof ConstantInstruction load
                        && load.constantValue() instanceof Number number
                        && (number instanceof Long || number instanceof Integer)
                        && number.longValue() == from;
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                if (((ConstantInstruction) element).typeKind() == TypeKind.LONG) {
                    code.loadConstant(to);
                } else {
                    code.loadConstant((int) to);
                }
            }
        };
    }

    /** Branches where it did not, and does not where it did. */
    static CodeChange negate() {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof BranchInstruction branch
                        && branch.opcode() != Opcode.GOTO
                        && branch.opcode() != Opcode.GOTO_W;
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                BranchInstruction branch = (BranchInstruction) element;
                code.branch(opposite(branch.opcode()), branch.target());
            }
        };
    }

    /** Has another branch instruction: at the border of a comparison, say. */
    static CodeChange branch(Opcode from, Opcode to) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof BranchInstruction branch && branch.opcode() == from;
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                code.branch(to, ((BranchInstruction) element).target());
            }
        };
    }

    /** Calculates otherwise: subtracts instead of adds, say. */
    static CodeChange operator(Opcode from, Opcode to) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof OperatorInstruction operator && operator.opcode() == from;
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                code.with(OperatorInstruction.of(to));
            }
        };
    }

    /** Does nothing and returns 0, false or null, or 1 or true. */
    static CodeChange returns(int value) {
        return new BodyChange() {
            @Override
            void writeBody(CodeBuilder code, MethodModel method) {
                TypeKind kind = TypeKind.from(method.methodTypeSymbol().returnType());
                switch (kind) {
                    case VOID -> {}
                    case LONG -> code.loadConstant((long) value);
                    case REFERENCE -> code.aconst_null();
                    default -> code.loadConstant(value);
                }
                code.return_(kind);
            }
        };
    }

    /** Does something else altogether. */
    static CodeChange body(Consumer<CodeBuilder> instead) {
        return new BodyChange() {
            @Override
            void writeBody(CodeBuilder code, MethodModel method) {
                instead.accept(code);
            }
        };
    }

    /** Takes the second of two longs instead of what a static method makes of both. */
    static CodeChange takeSecond(String method) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof InvokeInstruction call && call.name().equalsString(method);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                code.dup2_x2().pop2().pop2();
            }
        };
    }

    /** Reads another constant of the same class. */
    static CodeChange readOtherConstant(String constant, String other) {
        return new CodeChange() {
            @Override
            boolean fits(CodeElement element) {
                return element instanceof FieldInstruction access
                        && access.opcode() == Opcode.GETSTATIC
                        && access.name().equalsString(constant);
            }

            @Override
            void write(CodeBuilder code, CodeElement element) {
                FieldInstruction access = (FieldInstruction) element;
                code.getstatic(access.owner().asSymbol(), other, access.typeSymbol());
            }
        };
    }

    private static boolean isRead(CodeElement element, String field) {
        return element instanceof FieldInstruction access
                && access.opcode() == Opcode.GETFIELD
                && access.name().equalsString(field);
    }

    private static void dropArguments(CodeBuilder code, InvokeInstruction call) {
        for (ClassDesc parameter : call.typeSymbol().parameterList().reversed()) {
            drop(code, TypeKind.from(parameter));
        }
        if (call.opcode() != Opcode.INVOKESTATIC) {
            code.pop();
        }
    }

    private static void drop(CodeBuilder code, TypeKind kind) {
        if (kind.slotSize() == 2) {
            code.pop2();
        } else {
            code.pop();
        }
    }

    private static void pushZero(CodeBuilder code, TypeKind kind) {
        switch (kind) {
            case VOID -> {}
            case LONG -> code.lconst_0();
            case REFERENCE -> code.aconst_null();
            default -> code.iconst_0();
        }
    }

    private static Opcode opposite(Opcode branch) {
        return switch (branch) {
            case IFEQ -> Opcode.IFNE;
            case IFNE -> Opcode.IFEQ;
            case IFLT -> Opcode.IFGE;
            case IFGE -> Opcode.IFLT;
            case IFGT -> Opcode.IFLE;
            case IFLE -> Opcode.IFGT;
            case IF_ICMPEQ -> Opcode.IF_ICMPNE;
            case IF_ICMPNE -> Opcode.IF_ICMPEQ;
            case IF_ICMPLT -> Opcode.IF_ICMPGE;
            case IF_ICMPGE -> Opcode.IF_ICMPLT;
            case IF_ICMPGT -> Opcode.IF_ICMPLE;
            case IF_ICMPLE -> Opcode.IF_ICMPGT;
            case IF_ACMPEQ -> Opcode.IF_ACMPNE;
            case IF_ACMPNE -> Opcode.IF_ACMPEQ;
            case IFNULL -> Opcode.IFNONNULL;
            case IFNONNULL -> Opcode.IFNULL;
            default -> throw new IllegalArgumentException("no branch: " + branch);
        };
    }
}
