package afterorder.localcloud.iam;

import static afterorder.localcloud.iam.Decision.Reason.DENIED_BY_IDENTITY;
import static afterorder.localcloud.iam.Decision.Reason.DENIED_BY_RESOURCE;
import static afterorder.localcloud.iam.Decision.Reason.NO_IDENTITY_POLICY;
import static afterorder.localcloud.iam.Decision.Reason.NO_RESOURCE_POLICY;
import static afterorder.localcloud.iam.Statement.Effect.ALLOW;
import static afterorder.localcloud.iam.Statement.Effect.DENY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/orders";
    private static final String BUCKET = "arn:aws:s3:::documents";
    private static final String INVOICE = BUCKET + "/invoices/R-1.pdf";
    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1";
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:000000000000:function:due-work:live";
    private static final String RULE = "arn:aws:events:eu-central-1:000000000000:rule/minute";
    private static final Principal.Role ROLE =
            new Principal.Role("arn:aws:iam::000000000000:role/invoicing-role", "invoicing");
    private static final PrincipalPattern ACCOUNT = new PrincipalPattern("AWS", "arn:aws:iam::000000000000:root");

    @Test
    void nothing_is_allowed_that_no_policy_allows() {
        assertDenied(NO_IDENTITY_POLICY, decide(List.of(), Map.of(), new Access("dynamodb:GetItem", TABLE)));
        List<Statement> own = List.of(statement(ALLOW, "dynamodb:GetItem", TABLE));
        assertDenied(NO_IDENTITY_POLICY, decide(own, Map.of(), new Access("dynamodb:PutItem", TABLE)));
        assertDenied(NO_IDENTITY_POLICY, decide(own, Map.of(), new Access("dynamodb:GetItem", TABLE + "/index/due")));
    }

    @Test
    void actions_are_compared_whatever_their_case_and_resources_are_not() {
        List<Statement> own = List.of(statement(ALLOW, "DynamoDB:get*", TABLE));
        assertAllowed(decide(own, Map.of(), new Access("dynamodb:GetItem", TABLE)));
        assertDenied(
                NO_IDENTITY_POLICY, decide(own, Map.of(), new Access("dynamodb:GetItem", TABLE.replace("o", "O"))));
    }

    @Test
    void all_that_allow_an_access_are_told() {
        List<Statement> own = List.of(
                statement(ALLOW, "dynamodb:GetItem", TABLE),
                statement(ALLOW, "dynamodb:*", "*"),
                statement(ALLOW, "dynamodb:PutItem", TABLE));
        assertThat(decide(own, Map.of(), new Access("dynamodb:GetItem", TABLE)))
                .isEqualTo(new Decision.Allowed(
                        List.of(
                                new Statement.Part(own.getFirst().place(), "dynamodb:GetItem", TABLE),
                                new Statement.Part(own.getFirst().place(), "dynamodb:*", "*")),
                        List.of()));
    }

    @Test
    void an_own_deny_wins_over_every_allow() {
        List<Statement> own =
                List.of(statement(ALLOW, "s3:*", "*"), statement(DENY, "s3:GetObject", BUCKET + "/invoices/*"));
        assertDenied(DENIED_BY_IDENTITY, decide(own, Map.of(), new Access("s3:GetObject", INVOICE)));
        assertAllowed(decide(own, Map.of(), new Access("s3:GetObject", BUCKET + "/orders/1")));
    }

    @Test
    void a_bucket_s_policy_speaks_for_its_objects_and_may_allow_alone() {
        Access access = new Access("s3:GetObject", INVOICE);
        var toRole = statement(ALLOW, "s3:GetObject", BUCKET + "/*", new PrincipalPattern("AWS", ROLE.arn()));
        var toOther = statement(ALLOW, "s3:GetObject", BUCKET + "/*", new PrincipalPattern("AWS", ROLE.arn() + "2"));
        var toAccount = statement(ALLOW, "s3:GetObject", BUCKET + "/*", ACCOUNT);
        var toNobody = statement(DENY, "s3:*", BUCKET + "/*", PrincipalPattern.EVERYBODY);
        assertAllowed(decide(List.of(), Map.of(BUCKET, List.of(toRole)), access));
        assertDenied(NO_IDENTITY_POLICY, decide(List.of(), Map.of(BUCKET, List.of(toOther)), access));
        assertDenied(NO_IDENTITY_POLICY, decide(List.of(), Map.of(BUCKET, List.of(toAccount)), access));
        List<Statement> own = List.of(statement(ALLOW, "s3:GetObject", INVOICE));
        assertDenied(DENIED_BY_RESOURCE, decide(own, Map.of(BUCKET, List.of(toRole, toNobody)), access));
    }

    @Test
    void whoever_the_administrator_is_a_deny_holds() {
        Map<String, List<Statement>> policies =
                Map.of(BUCKET, List.of(statement(DENY, "s3:DeleteObject", "*", PrincipalPattern.EVERYBODY)));
        Principal administrator = new Principal.Administrator("arn:aws:iam::000000000000:user/you");
        Judge judge = new Judge(rights(policies));
        assertAllowed(judge.decide(administrator, List.of(), new Access("s3:GetObject", INVOICE)));
        assertDenied(
                DENIED_BY_RESOURCE, judge.decide(administrator, List.of(), new Access("s3:DeleteObject", INVOICE)));
    }

    @Test
    void requests_count_as_made_by_tls_as_the_edge_stands_for_endpoints_that_speak_it() {
        Condition withoutTls = new Condition(Operator.BOOL, Condition.SECURE_TRANSPORT, List.of("false"));
        Condition withTls = new Condition(Operator.BOOL, Condition.SECURE_TRANSPORT, List.of("true"));
        Access access = new Access("s3:GetObject", INVOICE);
        List<Statement> own = List.of(statement(ALLOW, "s3:GetObject", INVOICE));
        assertAllowed(decide(own, Map.of(BUCKET, List.of(denial(withoutTls))), access));
        assertDenied(DENIED_BY_RESOURCE, decide(own, Map.of(BUCKET, List.of(denial(withTls))), access));
    }

    @Test
    void a_key_listens_to_policies_of_identities_only_where_its_own_hands_over_to_the_account() {
        Access access = new Access("kms:Decrypt", KEY);
        List<Statement> own = List.of(statement(ALLOW, "kms:Decrypt", KEY));
        assertDenied(NO_RESOURCE_POLICY, decide(own, Map.of(), access));
        Map<String, List<Statement>> handedOver = Map.of(KEY, List.of(statement(ALLOW, "kms:*", "*", ACCOUNT)));
        assertThat(decide(own, handedOver, access))
                .isEqualTo(new Decision.Allowed(
                        List.of(new Statement.Part(own.getFirst().place(), "kms:Decrypt", KEY)),
                        List.of(new Statement.Part(own.getFirst().place(), "kms:*", "*"))));
        assertDenied(NO_IDENTITY_POLICY, decide(List.of(), handedOver, access));
    }

    @Test
    void a_service_is_allowed_by_the_resource_s_policy_only_and_on_behalf_of_what_it_names() {
        Condition ofRule = new Condition(Operator.ARN_LIKE, Condition.SOURCE_ARN, List.of(RULE));
        Statement permission = new Statement(
                new Statement.Place("test", 1),
                ALLOW,
                List.of(new PrincipalPattern("Service", "events.amazonaws.com")),
                List.of(new Wildcard("lambda:InvokeFunction", true)),
                List.of(ArnPattern.of(FUNCTION).orElseThrow()),
                List.of(ofRule));
        Judge judge = new Judge(rights(Map.of(FUNCTION, List.of(permission))));
        Access invocation = new Access("lambda:InvokeFunction", FUNCTION);
        Principal events = new Principal.Service("events.amazonaws.com");
        Principal gateway = new Principal.Service("apigateway.amazonaws.com");
        Access ofThatRule = invocation.with(Condition.SOURCE_ARN, RULE);
        assertAllowed(judge.decide(events, List.of(), ofThatRule));
        assertDenied(NO_RESOURCE_POLICY, judge.decide(gateway, List.of(), ofThatRule));
        assertDenied(
                NO_RESOURCE_POLICY,
                judge.decide(events, List.of(), invocation.with(Condition.SOURCE_ARN, RULE + "-other")));
        assertDenied(NO_RESOURCE_POLICY, judge.decide(events, List.of(), invocation));
    }

    @Test
    void conditions_hold_when_one_of_their_values_matches_and_never_without_the_key() {
        Access listing = new Access("s3:ListBucket", BUCKET);
        Condition ofInvoices = new Condition(Operator.STRING_LIKE, Condition.PREFIX, List.of("invoices/*", "orders/*"));
        Condition exactly = new Condition(Operator.STRING_EQUALS, Condition.PREFIX, List.of("invoices/*"));
        assertThat(ofInvoices.holds(listing.with(Condition.PREFIX, "orders/1").circumstances()))
                .isTrue();
        assertThat(ofInvoices.holds(listing.with(Condition.PREFIX, "Orders/1").circumstances()))
                .isFalse();
        assertThat(ofInvoices.holds(listing.circumstances())).isFalse();
        assertThat(exactly.holds(listing.with(Condition.PREFIX, "invoices/1").circumstances()))
                .isFalse();
    }

    @Property
    void a_deny_that_means_the_access_wins_wherever_it_stands(
            @ForAll("statements") List<Statement> own,
            @ForAll("statements") List<Statement> ofBucket,
            @ForAll long seed) {
        Access access = new Access("s3:GetObject", INVOICE);
        Random random = new Random(seed);
        boolean isOwn = random.nextBoolean();
        List<Statement> denying = new ArrayList<>(isOwn ? own : ofBucket);
        denying.add(
                random.nextInt(denying.size() + 1),
                statement(DENY, "s3:Get*", BUCKET + "/invoices/*", PrincipalPattern.EVERYBODY));
        Decision decision = isOwn
                ? decide(denying, Map.of(BUCKET, ofBucket), access)
                : decide(own, Map.of(BUCKET, denying), access);
        assertThat(decision).isInstanceOf(Decision.Denied.class);
    }

    @Provide
    Arbitrary<List<Statement>> statements() {
        Arbitrary<String> actions = Arbitraries.of("s3:*", "s3:GetObject", "s3:PutObject", "*");
        Arbitrary<String> resources = Arbitraries.of("*", BUCKET + "/*", INVOICE, BUCKET);
        return Combinators.combine(Arbitraries.of(Statement.Effect.class), actions, resources)
                .as((effect, action, resource) -> statement(effect, action, resource, PrincipalPattern.EVERYBODY))
                .list()
                .ofMaxSize(6);
    }

    private static Decision decide(List<Statement> own, Map<String, List<Statement>> onResources, Access access) {
        return new Judge(rights(onResources)).decide(ROLE, own, access);
    }

    private static Rights rights(Map<String, List<Statement>> onResources) {
        return new Rights("eu-central-1", "000000000000", Map.of(), Map.of(), onResources, Map.of(), Map.of());
    }

    private static Statement statement(
            Statement.Effect effect, String action, String resource, PrincipalPattern... principals) {
        return new Statement(
                new Statement.Place("test", 1),
                effect,
                List.of(principals),
                List.of(new Wildcard(action, true)),
                List.of(ArnPattern.of(resource).orElseThrow()),
                List.of());
    }

    private static Statement denial(Condition condition) {
        return new Statement(
                new Statement.Place("test", 1),
                DENY,
                List.of(PrincipalPattern.EVERYBODY),
                List.of(new Wildcard("s3:*", true)),
                List.of(ArnPattern.of(BUCKET + "/*").orElseThrow()),
                List.of(condition));
    }

    private static void assertAllowed(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Allowed.class);
    }

    private static void assertDenied(Decision.Reason reason, Decision decision) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Denied.class, denied -> assertThat(denied.reason())
                .isEqualTo(reason));
    }
}
