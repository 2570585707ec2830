using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planner.Core.Text.Paths;

namespace Planner.Codebase.CSharp.Tables;

/// <summary>Finds in a C# file what it says about tables.</summary>
internal static class ModelReader
{
    private const int StampLength = 14;

    /// <summary>Null where the file says nothing.</summary>
    public static ModelDraft? Read(string path, SourceNodes nodes)
    {
        foreach (var type in nodes.Types.OfType<TypeDeclarationSyntax>())
        {
            if (ModelSnapshotReader.IsSnapshot(type))
            {
                return new ModelDraft(ModelSnapshotReader.Read(type), "", []);
            }

            if (FluentMigrationReader.Number(type) is { } number)
            {
                return new ModelDraft([], number, FluentMigrationReader.Steps(type));
            }

            if (Stamp(path) is { } stamp && type.BaseList?.Types.Any(b => TypeReader.NameOf(b.Type) == "Migration") == true)
            {
                return new ModelDraft([], stamp, []);
            }
        }

        return null;
    }

    /// <summary>The time stamp that EF Core puts before a migration's name; its designer files only describe the model.</summary>
    private static string? Stamp(string path)
    {
        var name = PathParts.Name(path);
        var isMigration = name.Length > StampLength && name[StampLength] == '_' && name.AsSpan(0, StampLength).IndexOfAnyExceptInRange('0', '9') < 0;
        return isMigration && !name.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase) ? name[..StampLength] : null;
    }
}
