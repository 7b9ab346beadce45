package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hangs on views, as PostgreSQL's catalogue has it, before and after all of them were dropped and made again. */
@OnDatabase(
        value = DatabaseKind.POSTGRESQL,
        postgres = {15, 18})
class RebuiltClosureTest {
    /** Everything but the place in the catalogue; rights without their order, and spelled out where they are the default. */
    private static final String VIEW = """
            SELECT pg_get_userbyid(c.relowner)::text AS owner, c.reloptions::text AS options,
                   obj_description(c.oid, 'pg_class') AS comment,
                   (SELECT array_agg(a::text ORDER BY a::text)::text
                    FROM unnest(coalesce(c.relacl, acldefault('r', c.relowner))) a) AS rights,
                   (SELECT array_agg(pg_get_triggerdef(t.oid) ORDER BY t.tgname)::text
                    FROM pg_trigger t WHERE t.tgrelid = c.oid) AS triggers,
                   (SELECT array_agg(pg_get_ruledef(w.oid) ORDER BY w.rulename)::text
                    FROM pg_rewrite w WHERE w.ev_class = c.oid AND w.rulename <> '_RETURN') AS rules
            FROM pg_class c
            WHERE c.oid = CAST(CAST(? AS text) AS regclass)
            """;

    private static final String COLUMNS = """
            SELECT t.attname::text AS name, format_type(t.atttypid, t.atttypmod) AS type,
                   col_description(t.attrelid, t.attnum) AS comment, pg_get_expr(d.adbin, d.adrelid) AS fallback,
                   (SELECT array_agg(a::text ORDER BY a::text)::text FROM unnest(t.attacl) a) AS rights
            FROM pg_attribute t
            LEFT JOIN pg_attrdef d ON d.adrelid = t.attrelid AND d.adnum = t.attnum
            WHERE t.attrelid = CAST(CAST(? AS text) AS regclass) AND t.attnum > 0
            ORDER BY t.attname
            """;

    private static final String BASE = "registry_views.base";
    private static final String NEAR = "public.near";
    private static final String FAR = "registry_views.far";
    private static final String LONE = "registry_views.lone";

    private final TestDatabase database;
    private final Views views;
    private final Transactions transactions;
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String owner = "view_owner_" + suffix;
    private final String reader = "view_reader_" + suffix;
    private final String friend = "view_friend_" + suffix;

    RebuiltClosureTest(TestDatabase database) {
        this.database = database;
        this.views = database.bean(Views.class);
        this.transactions = database.bean(Transactions.class);
    }

    @BeforeEach
    void makeAViewWithTwoLevelsOfReaders() {
        for (var role : List.of(owner, reader, friend)) {
            database.sql("CREATE ROLE " + role);
            database.sql("GRANT USAGE, CREATE ON SCHEMA public, registry_views TO " + role);
        }
        database.sql("CREATE TABLE public.guests (id integer, name varchar(20), city text)");
        database.sql("INSERT INTO public.guests VALUES (1, 'Ann', 'Oslo'), (2, 'Bo', 'Rome')");
        database.sql("GRANT ALL ON public.guests TO " + owner);
        replace("SELECT id, name FROM guests");
        dress();
        database.sql("CREATE VIEW " + NEAR + " (key, label) WITH (security_barrier = true, security_invoker = true) AS"
                + " SELECT id, name FROM " + BASE);
        dressNear();
        database.sql("CREATE VIEW " + FAR + " WITH (check_option = cascaded) AS SELECT n.key, n.label FROM " + NEAR
                + " n WHERE n.key < (SELECT max(b.id) + 1 FROM " + BASE + " b)");
        // From here on every new view would be open to one who may not read these.
        database.sql("ALTER DEFAULT PRIVILEGES IN SCHEMA registry_views GRANT ALL ON TABLES TO " + friend);
    }

    private void dress() {
        database.run(List.of(
                "ALTER VIEW " + BASE + " SET (security_barrier = true)",
                "ALTER VIEW " + BASE + " OWNER TO " + owner,
                "COMMENT ON VIEW " + BASE + " IS 'It''s the guests'",
                "COMMENT ON COLUMN " + BASE + ".name IS 'first name'",
                "REVOKE TRUNCATE, REFERENCES ON " + BASE + " FROM " + owner,
                "GRANT SELECT ON " + BASE + " TO " + reader + " WITH GRANT OPTION",
                "GRANT SELECT (id), UPDATE (name) ON " + BASE + " TO " + friend + " WITH GRANT OPTION",
                "SET ROLE " + reader,
                "GRANT SELECT ON " + BASE + " TO PUBLIC",
                "RESET ROLE"));
    }

    private void dressNear() {
        database.run(List.of(
                "ALTER VIEW " + NEAR + " ALTER COLUMN label SET DEFAULT 'nobody'",
                "CREATE FUNCTION public.ignore() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "CREATE TRIGGER ignore INSTEAD OF DELETE ON " + NEAR + " FOR EACH ROW EXECUTE FUNCTION public.ignore()",
                "CREATE RULE quiet AS ON UPDATE TO " + NEAR + " DO INSTEAD NOTHING",
                "COMMENT ON COLUMN " + NEAR + ".key IS 'the number'",
                "GRANT SELECT (label) ON " + NEAR + " TO " + reader,
                "GRANT ALL ON " + NEAR + " TO " + owner,
                "ALTER VIEW " + NEAR + " OWNER TO " + owner));
    }

    @AfterEach
    void dropEverything() {
        database.run(List.of(
                "DROP VIEW IF EXISTS " + FAR,
                "DROP VIEW IF EXISTS " + NEAR,
                "DROP VIEW " + BASE,
                "DROP FUNCTION public.ignore()",
                "DROP TABLE public.guests"));
        for (var role : List.of(owner, reader, friend)) {
            database.sql("DROP OWNED BY " + role);
            database.sql("DROP ROLE " + role);
        }
    }

    @Test
    void hasItsOwnersRightsCommentsOptionsDefaultsRulesAndTriggersBack() {
        var base = look(BASE);
        var near = look(NEAR);
        var far = look(FAR);

        var changed = replace("SELECT id, city, name FROM guests");

        assertThat(changed.rebuilt()).isTrue();
        assertThat(changed.dependants()).extracting(View::name).containsExactly("far", "near");
        assertThat(look(NEAR)).isEqualTo(near);
        assertThat(look(FAR)).isEqualTo(far);
        assertThat(look(BASE).view()).isEqualTo(base.view());
        assertThat(look(BASE).columns()).containsAll(base.columns()).hasSize(3);
        assertThat(near.view().get(0).get("options")).isEqualTo("{security_barrier=true,security_invoker=true}");
        assertThat(String.valueOf(base.view().get(0).get("rights"))).contains(reader + "=r*/" + owner, "=r/" + reader);
    }

    @Test
    void hasBackWhateverIsTheOnlyThingThatHangsOnIt() {
        database.sql("ALTER DEFAULT PRIVILEGES IN SCHEMA registry_views REVOKE ALL ON TABLES FROM " + friend);
        var dressings = List.of(
                "ALTER VIEW %s SET (security_barrier = true)",
                "ALTER VIEW %s OWNER TO " + owner,
                "COMMENT ON VIEW %s IS 'the guests'",
                "COMMENT ON COLUMN %s.name IS 'first name'",
                "GRANT SELECT ON %s TO " + reader,
                "GRANT SELECT (id) ON %s TO " + reader,
                "ALTER VIEW %s ALTER COLUMN name SET DEFAULT 'nobody'",
                "CREATE RULE quiet AS ON UPDATE TO %s DO INSTEAD NOTHING",
                "CREATE TRIGGER ignore INSTEAD OF DELETE ON %s FOR EACH ROW EXECUTE FUNCTION public.ignore()");

        for (var dressing : dressings) {
            replace("lone", "SELECT id, name FROM guests");
            var bare = look(LONE);
            database.sql(dressing.formatted(LONE));
            var dressed = look(LONE);

            replace("lone", "SELECT id, city, name FROM guests");

            assertThat(dressed).as(dressing).isNotEqualTo(bare);
            assertThat(look(LONE).view()).as(dressing).isEqualTo(dressed.view());
            assertThat(look(LONE).columns()).as(dressing).containsAll(dressed.columns());
            database.sql("DROP VIEW " + LONE);
        }
    }

    @Test
    void losesWhatBelongedToAColumnThatIsGoneAndNothingElse() {
        database.sql("DROP VIEW " + FAR);
        database.sql("DROP VIEW " + NEAR);
        var before = look(BASE);

        replace("SELECT name FROM guests");

        assertThat(look(BASE).view()).isEqualTo(before.view());
        assertThat(look(BASE).columns())
                .isEqualTo(before.columns().stream()
                        .filter(column -> "name".equals(column.get("name")))
                        .toList());
    }

    @Test
    void isNotTouchedWhereSomethingInItCannotBeMadeAgain() {
        database.sql("CREATE MATERIALIZED VIEW public.frozen AS SELECT key FROM " + FAR);
        var oids = oids();

        var refused = catchThrowableOfType(ViewRefused.class, () -> replace("SELECT id, city, name FROM guests"));

        assertThat(refused.reason()).isInstanceOf(Reason.FixedDependant.class);
        assertThat(refused.reason().toString()).contains("frozen");
        assertThat(oids()).isEqualTo(oids);
        database.sql("DROP MATERIALIZED VIEW public.frozen");
    }

    @Test
    void isNotTouchedWhereAReaderWouldMissAColumn() {
        var oids = oids();

        var refused = catchThrowableOfType(ViewRefused.class, () -> replace("SELECT id FROM guests"));

        assertThat(refused.reason()).isEqualTo(new Reason.BrokenDependant("near", "name"));
        assertThat(oids()).isEqualTo(oids);
    }

    /** What the catalogue says of a view and of its columns. */
    private record Look(List<Map<String, @Nullable Object>> view, List<Map<String, @Nullable Object>> columns) {}

    private Look look(String view) {
        return new Look(database.query(VIEW, view), database.query(COLUMNS, view));
    }

    private List<Map<String, @Nullable Object>> oids() {
        return database.query(
                "SELECT oid, xmin::text FROM pg_class WHERE relname IN ('base', 'near', 'far') ORDER BY 1");
    }

    private Replacement replace(String select) {
        return replace("base", select);
    }

    private Replacement replace(String name, String select) {
        return transactions.write(() -> {
            views.lock();
            return views.replace(name, select, sql -> Set.of());
        });
    }
}
