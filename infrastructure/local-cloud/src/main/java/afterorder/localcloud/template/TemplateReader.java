package afterorder.localcloud.template;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a template in the order in which its parts need each other: parameters, conditions, resources, outputs. */
final class TemplateReader {

    private static final String TRANSFORM = "AWS::Serverless-2016-10-31";
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Transform",
            "Description",
            "Metadata",
            "Parameters",
            "Mappings",
            "Conditions",
            "Globals",
            "Resources",
            "Outputs");
    private static final Set<String> RESOURCE_ATTRIBUTES =
            Set.of("Type", "Properties", "Metadata", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy");
    private static final Set<String> OUTPUT_ATTRIBUTES = Set.of("Description", "Value", "Condition");

    private final Path file;
    private final Addresses addresses;
    private final Problems problems;
    private final KnownProperties known = new KnownProperties();

    TemplateReader(Path file, Addresses addresses) {
        this.file = file;
        this.addresses = addresses;
        this.problems = new Problems(file);
    }

    /** @param offered values of further parameters, which the template need not have */
    Template read(Map<String, String> parameters, Map<String, String> offered) {
        Value.Fields root = parse();
        refuseUnknown(root, SECTIONS, "section");
        if (root.get("Transform") == null || !root.get("Transform").asText().equals(Optional.of(TRANSFORM))) {
            problems.add(root.line(), "only templates with Transform: " + TRANSFORM + " are known");
        }
        Map<String, Declaration> declarations = declarations(root);
        TemplateContext context = context(root, parameters, offered, declarations);
        context.conditions().decideAll();

        List<ResolvedResource> resources = resolve(declarations, context);
        Map<String, String> outputs = outputs(section(root, "Outputs"), context);
        problems.refuse();
        Template template = new TemplateViews(file, resources, problems).template(outputs);
        problems.refuse();
        return template;
    }

    private Value.Fields parse() {
        try (Reader reader = Files.newBufferedReader(file)) {
            Value.Fields root = YamlTree.read(reader, problems);
            problems.refuse();
            return root;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the template " + file, failure);
        }
    }

    private TemplateContext context(
            Value.Fields root,
            Map<String, String> given,
            Map<String, String> offered,
            Map<String, Declaration> declarations) {
        Map<String, Value> parameters = Parameters.read(section(root, "Parameters"), given, offered, problems);
        Map<String, String> pseudo = Map.of(
                "AWS::Region", Addresses.REGION,
                "AWS::AccountId", Addresses.ACCOUNT,
                "AWS::Partition", Addresses.PARTITION,
                "AWS::URLSuffix", "amazonaws.com",
                "AWS::StackName", addresses.stack());
        return new TemplateContext(
                parameters,
                pseudo,
                section(root, "Mappings"),
                section(root, "Conditions"),
                declarations,
                addresses,
                problems);
    }

    private Map<String, Declaration> declarations(Value.Fields root) {
        Globals globals = new Globals(section(root, "Globals"), problems);
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        section(root, "Resources").byName().forEach((logicalId, value) -> {
            Value.Fields attributes = value instanceof Value.Fields fields ? fields : Value.Fields.none(value.line());
            declarations.put(logicalId, declaration(logicalId, attributes, globals));
        });
        return declarations;
    }

    private Declaration declaration(String logicalId, Value.Fields attributes, Globals globals) {
        if (!logicalId.matches("[A-Za-z0-9]+")) {
            problems.add(attributes.line(), "a logical id has only letters and digits, not " + logicalId);
        }
        refuseUnknown(attributes, RESOURCE_ATTRIBUTES, "attribute of " + logicalId);
        Properties read = new Properties(logicalId, attributes, problems);
        String type = read.text("Type");
        if (!type.isEmpty() && !type.contains("::")) {
            read.refuse("Type", "is no resource type: " + type);
        } else if (!known.hasType(type)) {
            read.refuse("Type", "is unknown to the local cloud: " + type);
        }
        List<String> dependsOn = attributes.get("DependsOn") instanceof Value.Items
                ? read.texts("DependsOn")
                : read.optionalText("DependsOn").map(List::of).orElse(List.of());
        Value.Fields properties = read.below("Properties").fields();
        return new Declaration(
                logicalId,
                type,
                read.optionalText("Condition"),
                dependsOn,
                globals.into(type, properties),
                attributes.line());
    }

    private List<ResolvedResource> resolve(Map<String, Declaration> declarations, TemplateContext context) {
        List<ResolvedResource> resources = new ArrayList<>();
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        declarations.keySet().forEach(logicalId -> needs.put(logicalId, new LinkedHashSet<>()));
        for (Declaration declaration : declarations.values()) {
            Optional<String> condition = declaration.condition();
            if (condition.isPresent() && !context.conditions().holds(condition.get(), declaration.line())) continue;
            Value.Fields fields = resolve(declaration, context, needs);
            if (known.hasType(declaration.type())) known.check(declaration.type(), fields, problems);
            resources.add(new ResolvedResource(declaration, fields, context.references(), problems));
        }
        new Dependencies(needs).refuseCircles(declarations, problems);
        return resources;
    }

    private Value.Fields resolve(Declaration declaration, TemplateContext context, Map<String, Set<String>> needs) {
        String logicalId = declaration.logicalId();
        Set<String> needed = needs.get(logicalId);
        for (String other : declaration.dependsOn()) {
            if (context.references().has(other)) needed.add(other);
            else
                problems.add(declaration.line(), logicalId + " depends on " + other + ", which is not in the template");
        }
        Map<String, Value> resolved = new LinkedHashMap<>();
        declaration.properties().byName().forEach((name, value) -> {
            Set<String> here = new LinkedHashSet<>();
            Value result = new Evaluator(context, here).resolve(value);
            if (!(result instanceof Value.Absent)) resolved.put(name, result);
            if (!name.equals("Events")) needed.addAll(here);
            else apisOf(here, context).forEach(api -> needs.get(api).add(logicalId));
        });
        return new Value.Fields(resolved, declaration.properties().line());
    }

    /** SAM puts an event's route into the API, so it is the API that needs the function, not the other way round. */
    private static List<String> apisOf(Set<String> needed, TemplateContext context) {
        return needed.stream()
                .filter(logicalId -> context.references().type(logicalId).equals("AWS::Serverless::HttpApi"))
                .toList();
    }

    private Map<String, String> outputs(Value.Fields section, TemplateContext context) {
        Map<String, String> outputs = new LinkedHashMap<>();
        section.byName().forEach((name, value) -> {
            Value.Fields attributes = value instanceof Value.Fields fields ? fields : Value.Fields.none(value.line());
            refuseUnknown(attributes, OUTPUT_ATTRIBUTES, "attribute of output " + name);
            Properties read = new Properties("output " + name, attributes, problems);
            Optional<String> condition = read.optionalText("Condition");
            if (condition.isPresent() && !context.conditions().holds(condition.get(), attributes.line())) return;
            Value.Fields resolved = new Evaluator(context, new LinkedHashSet<>()).resolveFields(attributes);
            outputs.put(name, new Properties("output " + name, resolved, problems).text("Value"));
        });
        return outputs;
    }

    private Value.Fields section(Value.Fields root, String name) {
        Value section = root.get(name);
        if (section instanceof Value.Fields fields) return fields;
        if (section != null) problems.add(section.line(), name + " must have fields");
        return Value.Fields.none(section == null ? root.line() : section.line());
    }

    private void refuseUnknown(Value.Fields fields, Set<String> names, String what) {
        fields.byName().forEach((name, value) -> {
            if (!names.contains(name)) problems.add(value.line(), "unknown " + what + ": " + name);
        });
    }
}
