using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Planner.Codebase.Snapshots;

/// <summary>
/// The block before each entry of a tar file, in the form that GNU tar writes. Owner, rights and time are the same in all entries,
/// so that the same content gives the same bytes.
/// </summary>
/// <param name="Name">Cut after 100 bytes; a longer one stands in an entry of its own before.</param>
/// <param name="Kind">The letter of its kind.</param>
/// <param name="Length">Bytes that follow.</param>
internal sealed record TarHeader(byte[] Name, char Kind, long Length)
{
    public const int BlockSize = 512;
    public const int ShortName = 100;
    public const char File = '0';
    public const char OldFile = '\0';
    public const char Folder = '5';
    public const char LongName = 'L';

    private const int SizeAt = 124;
    private const int SumAt = 148;
    private const int KindAt = 156;
    private const int MagicAt = 257;

    /// <summary>Bytes that fill the last block of an entry of that length.</summary>
    public static int Padding(long length) => (int)((BlockSize - (length % BlockSize)) % BlockSize);

    public byte[] Block()
    {
        var block = new byte[BlockSize];
        Name.AsSpan(0, Math.Min(Name.Length, ShortName)).CopyTo(block);
        Put(block, ShortName, 8, 0b110_100_100);
        Put(block, 108, 8, 0);
        Put(block, 116, 8, 0);
        Put(block, SizeAt, 12, Length);
        Put(block, 136, 12, 0);
        block[KindAt] = (byte)Kind;
        "ustar  \0"u8.CopyTo(block.AsSpan(MagicAt));
        Put(block, SumAt, 7, Sum(block));
        block[SumAt + 7] = (byte)' ';
        return block;
    }

    /// <exception cref="SnapshotFaultyException">It is no header.</exception>
    public static TarHeader Read(ReadOnlySpan<byte> block)
    {
        if (Number(block.Slice(SumAt, 8)) is not { } sum || sum != Sum(block) || Number(block.Slice(SizeAt, 12)) is not { } length)
        {
            throw new SnapshotFaultyException("is damaged or not a tar file");
        }

        return new TarHeader(Text(block[..ShortName]), (char)block[KindAt], length);
    }

    private static void Put(byte[] block, int at, int size, long value) =>
        Encoding.ASCII.GetBytes(Convert.ToString(value, 8).PadLeft(size - 1, '0')).CopyTo(block, at);

    /// <summary>The sum of all bytes, with blanks in place of the sum itself.</summary>
    private static long Sum(ReadOnlySpan<byte> block)
    {
        long sum = 8 * ' ';
        for (var i = 0; i < BlockSize; i++)
        {
            sum += i is >= SumAt and < SumAt + 8 ? 0 : block[i];
        }

        return sum;
    }

    /// <summary>In octal, or, where the first bit is set, as bytes.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) != 0)
        {
            var value = BinaryPrimitives.ReadInt64BigEndian(field[^8..]);
            return value >= 0 ? value : null;
        }

        long number = 0;
        foreach (var c in Encoding.ASCII.GetString(field).Trim(' ', '\0'))
        {
            if (c is < '0' or > '7')
            {
                return null;
            }

            number = (number * 8) + (c - '0');
        }

        return number;
    }

    /// <summary>Bytes behind the first that ends a name stay, so that such a name is refused and not shortened.</summary>
    private static byte[] Text(ReadOnlySpan<byte> field) => field.TrimEnd((byte)0).ToArray();
}
