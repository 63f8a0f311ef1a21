using System.Security.Cryptography;

namespace Modellstadt.Registers;

/// <summary>A file that the supplier has finished: <c>name.csv</c> with its checksum in <c>name.csv.sha256</c>, written last.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Digest">SHA-256 that the supplier wrote, 64 lower-case hexadecimal digits; empty when it has another form.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ChangedAt">When it was written.</param>
internal sealed record DroppedFile(string Path, string Digest, long Length, DateTimeOffset ChangedAt)
{
    private const int DigestLength = 64;

    /// <summary>What tells this file from the next one.</summary>
    public string Fingerprint => $"{Digest}:{Length}:{ChangedAt.UtcTicks}";

    /// <summary>The finished file of that name; null while there is none.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static DroppedFile? Find(string folder, string name)
    {
        var file = new FileInfo(System.IO.Path.Combine(folder, name + ".csv"));
        var marker = new FileInfo(file.FullName + ".sha256");
        return file.Exists && marker.Exists ? new DroppedFile(file.FullName, ReadDigest(marker), file.Length, file.LastWriteTimeUtc) : null;
    }

    /// <summary>Reads the file to its end while <paramref name="read"/> takes it; false when what was read does not fit the checksum.</summary>
    public bool Read(Action<Stream> read)
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        using var sha256 = SHA256.Create();
        using var hashing = new CryptoStream(file, sha256, CryptoStreamMode.Read);
        read(hashing);
        hashing.CopyTo(Stream.Null);
        return Convert.ToHexStringLower(sha256.Hash!) == Digest;
    }

    /// <summary>The first word, as <c>sha256sum</c> writes it.</summary>
    private static string ReadDigest(FileInfo marker)
    {
        using var reader = marker.OpenText();
        var start = new char[DigestLength];
        return reader.ReadBlock(start) == DigestLength && start.All(char.IsAsciiHexDigit) ? new string(start).ToLowerInvariant() : "";
    }
}
