using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Kernel.Keys;

/// <summary>
/// Secrets and certificates at rest: files in <c>{data}/keys</c>, readable by the owner only. Signing keys have a door of their own
/// (<see cref="ISigningKeys"/>); only <see cref="SoftwareKeys"/> keeps them here.
/// </summary>
public sealed class KeyFiles(IOptions<StorageOptions> storage)
{
    private const int SecretBytes = 32;
    private const int MaxTurnAttempts = 500;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan TurnPause = TimeSpan.FromMilliseconds(20);

    private static readonly Lock Creating = new();

    /// <summary>The content of a key file; made once with <paramref name="create"/> when it does not exist.</summary>
    /// <param name="name">File name without folder, for example <c>issuer-town.pem</c>.</param>
    /// <param name="create">Makes the content: PEM blocks.</param>
    public string ReadOrCreate(string name, Func<string> create)
    {
        var path = Path.Combine(storage.Value.OpenFolder("keys").FullName, name);
        lock (Creating)
        {
            if (!File.Exists(path))
                WriteDurably(path, create());
            return File.ReadAllText(path);
        }
    }

    /// <summary>The content of a file that somebody else put there, or null when there is none.</summary>
    /// <param name="name">File name without folder.</param>
    public string? Find(string name)
    {
        var path = Path.Combine(storage.Value.OpenFolder("keys").FullName, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>The certificates of a signing key: PEM blocks beside the key, in the file somebody put there, or in <c>{name}.crt</c>.</summary>
    /// <param name="name">The name of the key.</param>
    /// <param name="create">Makes them when there are none yet.</param>
    public string ReadOrCreateCertificates(string name, Func<string> create) =>
        Find($"{name}.pem") is { } pem && pem.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal) ? pem : ReadOrCreate($"{name}.crt", create);

    /// <summary>Replaces a file by what <paramref name="change"/> makes of its content (null when there is none); one process at a time.</summary>
    /// <param name="name">File name without folder.</param>
    /// <param name="change">Returns the new content; the same content changes nothing.</param>
    public void Update(string name, Func<string?, string> change)
    {
        var path = Path.Combine(storage.Value.OpenFolder("keys").FullName, name);
        using var turn = TakeTurn($"{path}.lock");
        var before = File.Exists(path) ? File.ReadAllText(path) : null;
        var after = change(before);
        if (after != before)
            File.Move(WriteTemporary(path, after), path, overwrite: true);
    }

    /// <summary>A secret of 256 bits, drawn once; the file holds it as base64.</summary>
    /// <param name="name">File name without folder, for example <c>issuer-offers.key</c>.</param>
    /// <param name="random">Where it is drawn.</param>
    public byte[] ReadOrDraw(string name, RandomSource random) => Convert.FromBase64String(ReadOrCreate(name, () => Convert.ToBase64String(random.NewBytes(SecretBytes))));

    /// <summary>A second process may be quicker: then its file stays, since a move without overwriting never replaces a key.</summary>
    private static void WriteDurably(string path, string content)
    {
        var temporary = WriteTemporary(path, content);
        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }

    private static string WriteTemporary(string path, string content)
    {
        // Two processes in containers may carry the same number: only chance keeps their names apart.
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        using var file = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        file.Write(System.Text.Encoding.ASCII.GetBytes(content));
        file.Flush(flushToDisk: true);
        return temporary;
    }

    private static FileStream TakeTurn(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.None, UnixCreateMode = OwnerOnly });
            }
            catch (IOException) when (attempt < MaxTurnAttempts)
            {
                Thread.Sleep(TurnPause);
            }
        }
    }
}
