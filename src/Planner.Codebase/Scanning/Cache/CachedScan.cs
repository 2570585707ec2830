using System.Text.Json;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Codebase.Scanning.Cache;

/// <summary>A scan as it is kept: its words, and the rest as JSON that is only read where the file is still the same.</summary>
internal sealed record CachedScan(TermDictionary Terms, ReadOnlyMemory<byte> Json)
{
    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true };

    public FileScan Scan(DocumentFact document) => JsonSerializer.Deserialize<ScanBody>(Json.Span, Options)!.With(document);

    public static CachedScan Of(FileScan scan) =>
        new((TermDictionary)scan.Document.Terms, JsonSerializer.SerializeToUtf8Bytes(ScanBody.Of(scan), Options));
}
