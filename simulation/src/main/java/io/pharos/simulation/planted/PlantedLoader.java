package io.pharos.simulation.planted;

import io.pharos.simulation.run.SimulationRun;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.util.List;

/**
 * Loads the core, its codecs and the simulated world anew, one method of them changed. Everything else, the checkers among
 * it, is what everybody else has.
 */
final class PlantedLoader extends ClassLoader {
    private static final List<String> ANEW =
            List.of("io.pharos.core.", "io.pharos.cluster.wire.", "io.pharos.simulation.world.");
    private static final String WORLD = "io.pharos.simulation.world.World";

    private final PlantedFault fault;
    private int places;

    PlantedLoader(PlantedFault fault) {
        super("planted: " + fault.name(), PlantedLoader.class.getClassLoader());
        this.fault = fault;
    }

    /** A world with the fault. */
    SimulationRun world() {
        try {
            loadClass(fault.className());
            return (SimulationRun) loadClass(WORLD).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the world can be made anew for " + fault.name(), e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (ANEW.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = read(name);
        if (name.equals(fault.className())) {
            bytes = plant(bytes);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] read(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Changes the method; a fault that has lost its place is an error, not a fault that nobody sees. */
    private byte[] plant(byte[] bytes) {
        ClassFile files = ClassFile.of();
        ClassModel model = files.parse(bytes);
        byte[] changed = files.transformClass(
                model,
                ClassTransform.transformingMethods(
                        method -> method.methodName().equalsString(fault.method()), this::change));
        int wanted = fault.change().only();
        if (places == 0 || places < wanted) {
            throw new IllegalStateException("the planted fault \"" + fault.name() + "\" has lost its place: "
                    + fault.className() + "." + fault.method() + " has " + places + " of them");
        }
        return changed;
    }

    private void change(MethodBuilder builder, MethodElement element) {
        if (!(element instanceof CodeModel code)) {
            builder.with(element);
            return;
        }
        MethodModel method = code.parent().orElseThrow();
        CodeChange change = fault.change();
        if (change.replacesBody()) {
            places++;
            builder.withCode(body -> change.writeBody(body, method));
            return;
        }
        builder.transformCode(code, (body, instruction) -> {
            boolean fits = change.fits(instruction);
            places += fits ? 1 : 0;
            if (fits && (change.only() == 0 || change.only() == places)) {
                change.write(body, instruction);
            } else {
                body.with(instruction);
            }
        });
    }
}
