namespace Planner.Core.Grounding.Facts;

/// <summary>A project file.</summary>
/// <param name="Path">From the root, with forward slashes, as all paths.</param>
/// <param name="Name">Without extension.</param>
/// <param name="References">Names of referenced projects.</param>
/// <param name="Packages">Names of referenced packages.</param>
/// <param name="IsTest">True for test projects.</param>
public sealed record ProjectFact(string Path, string Name, IReadOnlyList<string> References, IReadOnlyList<string> Packages, bool IsTest);

/// <summary>A declared type.</summary>
/// <param name="Name">Without namespace or arity.</param>
/// <param name="Kind">class, record, struct, interface or enum.</param>
/// <param name="Namespace">May be empty.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Line">From 1.</param>
/// <param name="Bases">Names of base types and interfaces, as written, without type arguments.</param>
/// <param name="Members">Public and internal members, in order.</param>
public sealed record TypeFact(string Name, string Kind, string Namespace, string File, int Line, IReadOnlyList<string> Bases, IReadOnlyList<MemberFact> Members)
{
    /// <summary>Names of types that its members and bodies mention, sorted, without itself.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>Names of clients, channels and sockets that it mentions, sorted: through them it leaves the process. Empty for nearly all.</summary>
    public IReadOnlyList<string> Reaches { get; init; } = [];
}

/// <summary>A member; the signature is one line, as written, without body or attributes.</summary>
public sealed record MemberFact(string Name, string Kind, string Signature, int Line);

/// <summary>An HTTP endpoint; the route starts with a slash and has no constraints in its parameters (<c>/api/orders/{orderId}</c>).</summary>
public sealed record EndpointFact(string Method, string Route, string File, int Line, string Handler)
{
    /// <summary>What the code states about who may call, as written, like <c>Authorize(Policy = "Staff")</c>; null where it states nothing there.</summary>
    public string? Access { get; init; }
}

/// <summary>A service registration.</summary>
public sealed record RegistrationFact(string Service, string Implementation, string Lifetime, string File, int Line);

/// <summary>A test method; <paramref name="Subject"/> is the type that its class's name says it tests, or empty.</summary>
public sealed record TestFact(string Class, string Method, string Subject, string File, int Line);

/// <summary>A background or batch job: a hosted service, or a type that is called a job, pipeline, worker, import or export.</summary>
public sealed record JobFact(string Name, string File, int Line, IReadOnlyList<string> Tables);
