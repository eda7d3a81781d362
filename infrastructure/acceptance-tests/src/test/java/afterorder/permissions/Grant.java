package afterorder.permissions;

import afterorder.localcloud.iam.Actions;
import afterorder.localcloud.iam.ArnPattern;
import afterorder.localcloud.iam.Statement;
import afterorder.localcloud.template.Template;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One action that a statement of the template allows.
 *
 * @param owner the logical id of what has the policy
 * @param line where the statement begins
 * @param resources that the statement allows it on
 */
record Grant(String owner, int line, String action, List<String> resources) {

    /** All of which the edge sees calls, in the order of the template. */
    static List<Grant> of(Template template) {
        return template.rights()
                .grants()
                .flatMap(Grant::of)
                .sorted(Comparator.comparing(Grant::line))
                .toList();
    }

    private static Stream<Grant> of(Statement statement) {
        List<String> resources =
                statement.resources().stream().map(ArnPattern::text).toList();
        return statement.actions().stream()
                .filter(Actions::isSeen)
                .map(action ->
                        new Grant(statement.place().owner(), statement.place().line(), action.text(), resources));
    }
}
