package afterorder.formatting;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The Java sources below a folder, without what a build or a tool put there. */
final class SourceTree extends SimpleFileVisitor<Path> {
    private final List<Path> sources = new ArrayList<>();

    private SourceTree() {}

    static List<Path> below(Path root) throws IOException {
        SourceTree tree = new SourceTree();
        Files.walkFileTree(root, tree);
        return tree.sources;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = folder.getFileName().toString();
        boolean generated = name.equals("target") || name.startsWith(".");
        return generated ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.toString().endsWith(".java")) sources.add(file);
        return FileVisitResult.CONTINUE;
    }
}
