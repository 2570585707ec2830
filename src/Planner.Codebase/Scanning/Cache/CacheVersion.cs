using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Planner.Core.Text.Words;

namespace Planner.Codebase.Scanning.Cache;

/// <summary>
/// Changes by itself whenever what reads files changes: the code of this assembly and of the core, the parser, the runtime, the bounds. So
/// nobody has to remember to raise a number, and nothing that other code read is ever taken for what this code would.
/// </summary>
internal static class CacheVersion
{
    public static string Of(CodebaseOptions options) => string.Join(
        '/',
        typeof(FileScan).Module.ModuleVersionId,
        typeof(TermCounter).Module.ModuleVersionId,
        typeof(CSharpSyntaxTree).Module.ModuleVersionId,
        Environment.Version,
        options.MostTerms.ToString(CultureInfo.InvariantCulture));
}
