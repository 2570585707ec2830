using Planner.Core.Text.Words;

namespace Planner.Core.Opinions.Guarding;

/// <summary>Scripts that a model wrote stay within the database: none starts a program, reads or writes files, or calls another server.</summary>
internal sealed class ScriptGuard : IGuardRule
{
    private static readonly string[] Outside = Vocabulary.Words("writing", "sql-outside");

    public Opinion Apply(Opinion opinion, GuardFindings sieve) => opinion.Provenance.Kind != ProvenanceKind.Model
        ? opinion
        : opinion.Redesigned<SchemaDesign>(schema => schema with
        {
            Migrations = sieve.Keep(schema.Migrations, OpinionFault.Writing, _ => "", m => Reaches(m.Up) || Reaches(m.Down)
                ? $"The migration {m.Name} reaches out of the database and is left out."
                : null),
        });

    private static bool Reaches(string sql) =>
        string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var line
        && Outside.Any(o => line.Contains(o, StringComparison.OrdinalIgnoreCase));
}
