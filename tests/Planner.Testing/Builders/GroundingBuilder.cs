using Planner.Core.Grounding.Facts;

namespace Planner.Testing.Builders;

/// <summary>Makes groundings of small code bases; the inventory follows from what is put in.</summary>
public sealed class GroundingBuilder
{
    private readonly List<TypeFact> types = [];
    private readonly List<TableFact> tables = [];
    private readonly List<EndpointFact> endpoints = [];
    private readonly List<JobFact> jobs = [];
    private readonly List<TestFact> tests = [];
    private readonly List<RegistrationFact> registrations = [];
    private readonly List<ProjectFact> projects = [];
    private readonly List<Mention> mentions = [];
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> scores = new(StringComparer.Ordinal);
    private Conventions conventions = new();

    /// <summary>A type; members are method signatures, <paramref name="uses"/> names of other types.</summary>
    public GroundingBuilder Type(
        string name,
        string file,
        string kind = "class",
        string[]? bases = null,
        string[]? methods = null,
        string[]? uses = null,
        string[]? reaches = null)
    {
        var members = (methods ?? []).Select((m, at) => new MemberFact(m[..m.IndexOf('(', StringComparison.Ordinal)].Split(' ')[^1], "method", m, at + 10));
        types.Add(new TypeFact(name, kind, "", file, 5, bases ?? [], [.. members]) { Uses = uses ?? [], Reaches = reaches ?? [] });
        paths.Add(file);
        return this;
    }

    /// <summary>A table; columns read like <c>"id bigint!"</c>, the mark saying NOT NULL.</summary>
    public GroundingBuilder Table(string name, string[] columns, string[]? key = null, string[]? checks = null)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var file = $"db/migrations/{tables.Count + 1:D3}_create_{name[(dot + 1)..]}.up.sql";
        tables.Add(new TableFact
        {
            Schema = dot < 0 ? "public" : name[..dot],
            Name = name[(dot + 1)..],
            Columns = [.. columns.Select(Column)],
            PrimaryKey = key ?? ["id"],
            Checks = checks ?? [],
            File = file,
            Line = 1,
        });
        paths.Add(file);
        return this;
    }

    /// <summary>A table whose rows are a type of the code.</summary>
    public GroundingBuilder Entity(string table, string type, string file, params string[] columns)
    {
        tables.Add(new TableFact
        {
            Schema = "public",
            Name = table,
            Columns = [.. columns.Select(Column)],
            PrimaryKey = ["Id"],
            File = file,
            Line = 5,
            EntityType = type,
        });
        paths.Add(file);
        return this;
    }

    /// <summary>An endpoint.</summary>
    public GroundingBuilder Endpoint(string method, string route, string file)
    {
        endpoints.Add(new EndpointFact(method, route, file, endpoints.Count + 12, "Handle"));
        paths.Add(file);
        return this;
    }

    /// <summary>A job and the tables in its code.</summary>
    public GroundingBuilder Job(string name, string file, params string[] used)
    {
        jobs.Add(new JobFact(name, file, 8, used));
        return Type(name, file);
    }

    /// <summary>A test class for a subject.</summary>
    public GroundingBuilder Test(string subject, string file)
    {
        tests.Add(new TestFact(subject + "Tests", "Works", subject, file, 9));
        paths.Add(file);
        return this;
    }

    /// <summary>A test class that is named after no type.</summary>
    public GroundingBuilder TestClass(string name, string file)
    {
        tests.Add(new TestFact(name, "Works", "", file, 9));
        paths.Add(file);
        return this;
    }

    /// <summary>A registration.</summary>
    public GroundingBuilder Registration(string service, string implementation, string file)
    {
        registrations.Add(new RegistrationFact(service, implementation, "Scoped", file, 20));
        paths.Add(file);
        return this;
    }

    /// <summary>A project.</summary>
    public GroundingBuilder Project(string path, bool isTest = false, params string[] references)
    {
        projects.Add(new ProjectFact(path, Path.GetFileNameWithoutExtension(path), references, [], isTest));
        paths.Add(path);
        return this;
    }

    /// <summary>A name in the ticket that was found.</summary>
    public GroundingBuilder Found(string text, MentionKind kind, params string[] found)
    {
        mentions.Add(new Mention(text, kind, found.Length > 0 ? found : [text], IsNew: false));
        return this;
    }

    /// <summary>A name in the ticket that is to be made.</summary>
    public GroundingBuilder New(string text, MentionKind kind, params string[] columns)
    {
        mentions.Add(new Mention(text, kind, [], IsNew: true) { Columns = [.. columns.Select(Column)] });
        return this;
    }

    /// <summary>A name in the ticket that was not found.</summary>
    public GroundingBuilder Unknown(string text)
    {
        mentions.Add(new Mention(text, MentionKind.Unknown, [], IsNew: false));
        return this;
    }

    /// <summary>Conventions.</summary>
    public GroundingBuilder Conventions(Func<Conventions, Conventions> change)
    {
        conventions = change(conventions);
        return this;
    }

    /// <summary>A file that is there.</summary>
    public GroundingBuilder File(string path)
    {
        paths.Add(path);
        return this;
    }

    /// <summary>How likely a file changes; others are as likely as not.</summary>
    public GroundingBuilder Likely(string path, double score)
    {
        scores[path] = score;
        return this;
    }

    /// <summary>The grounding.</summary>
    public TicketGrounding Build() => new()
    {
        Files = [.. paths.Order(StringComparer.Ordinal)
            .Select(p => new RankedFile(p, scores.GetValueOrDefault(p, 0.5), "in the fixture"))
            .OrderByDescending(f => f.Score)],
        Mentions = mentions,
        Types = types,
        Endpoints = endpoints,
        Tables = tables,
        Tests = tests,
        Jobs = jobs,
        Registrations = registrations,
        Projects = projects,
        Conventions = conventions,
        Inventory = new Inventory(
            [.. paths.Order(StringComparer.Ordinal)],
            [.. tables.Select(t => t.FullName).Order(StringComparer.Ordinal)],
            [.. tables.SelectMany(t => t.Columns.Select(c => $"{t.FullName}.{c.Name}")).Order(StringComparer.Ordinal)],
            [.. endpoints.Select(e => $"{e.Method} {e.Route}").Order(StringComparer.Ordinal)]),
    };

    private static ColumnFact Column(string text)
    {
        var parts = text.TrimEnd('!').Split(' ', 2);
        return new ColumnFact(parts[0], parts.Length > 1 ? parts[1] : "", !text.EndsWith('!'));
    }
}
