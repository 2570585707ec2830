using System.Text;

namespace Planner.Testing.Telemetry;

/// <summary>A protobuf message without its schema: fields by number, as far as the collector needs them.</summary>
internal readonly struct ProtoMessage(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Messages in a repeated field.</summary>
    public IEnumerable<ProtoMessage> Messages(int field) => Fields().Where(f => f.Number == field).Select(f => new ProtoMessage(f.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).Span);

    public ulong Number(int field) => Fields().LastOrDefault(f => f.Number == field).Value;

    public bool Has(int field) => Fields().Any(f => f.Number == field);

    private ReadOnlyMemory<byte> Bytes(int field) => Fields().LastOrDefault(f => f.Number == field).Bytes;

    private List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> Fields()
    {
        var fields = new List<(int, ulong, ReadOnlyMemory<byte>)>();
        var at = 0;
        while (at < bytes.Length)
        {
            var key = Varint(ref at);
            var number = (int)(key >> 3);
            fields.Add((key & 7) switch
            {
                0 => (number, Varint(ref at), default),
                1 => (number, BitConverter.ToUInt64(Take(ref at, 8).Span), default),
                2 => (number, 0, Take(ref at, (int)Varint(ref at))),
                5 => (number, BitConverter.ToUInt32(Take(ref at, 4).Span), default),
                _ => throw new InvalidDataException("No protobuf."),
            });
        }

        return fields;
    }

    private ReadOnlyMemory<byte> Take(ref int at, int length)
    {
        var taken = bytes.Slice(at, length);
        at += length;
        return taken;
    }

    private ulong Varint(ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes.Span[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
