using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Kernel.Keys;

/// <summary>
/// Private keys and certificates at rest: PEM files in <c>{data}/keys</c>, readable by the owner only. The one door to key
/// material; a hardware module takes this place later.
/// </summary>
public sealed class KeyFiles(IOptions<StorageOptions> storage)
{
    private const int SecretBytes = 32;

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

    /// <summary>A secret of 256 bits, drawn once; the file holds it as base64.</summary>
    /// <param name="name">File name without folder, for example <c>issuer-offers.key</c>.</param>
    /// <param name="random">Where it is drawn.</param>
    public byte[] ReadOrDraw(string name, RandomSource random) => Convert.FromBase64String(ReadOrCreate(name, () => Convert.ToBase64String(random.NewBytes(SecretBytes))));

    /// <summary>A second process may be quicker: then its file stays, since a move without overwriting never replaces a key.</summary>
    private static void WriteDurably(string path, string content)
    {
        // Two processes in containers may carry the same number: only chance keeps their names apart.
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        using (var file = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(content));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
