using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Keys;

public sealed class KeyFilesTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = Directory.CreateTempSubdirectory("modellstadt-keys-").FullName;

    private string Keys => Path.Combine(folder, "keys");

    [Fact]
    public void A_key_is_made_once()
    {
        var first = Open().ReadOrCreate("town.pem", () => "first");
        var second = Open().ReadOrCreate("town.pem", () => "second");
        Assert.Equal(("first", "first"), (first, second));
    }

    [Fact]
    public void Only_the_owner_reads_a_key()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        Open().ReadOrCreate("town.pem", () => "secret");
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.Combine(Keys, "town.pem")));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys));
    }

    [Fact]
    public void Only_the_owner_enters_the_data_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        var made = new StorageOptions { DataDirectory = Path.Combine(folder, "data") }.OpenFolder("keys", "cookies");
        Assert.All((DirectoryInfo[])[made, made.Parent!, made.Parent!.Parent!], level => Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, level.UnixFileMode));
        Assert.Equal(Path.Combine(folder, "data", "keys", "cookies"), made.FullName);
    }

    [Fact]
    public void The_key_of_a_process_that_was_quicker_stays()
    {
        var read = Open().ReadOrCreate("town.pem", () =>
        {
            Directory.CreateDirectory(Keys);
            File.WriteAllText(Path.Combine(Keys, "town.pem"), "the other's");
            return "mine";
        });
        Assert.Equal("the other's", read);
        Assert.Equal("town.pem", Path.GetFileName(Assert.Single(Directory.GetFiles(Keys))));
    }

    [Fact]
    public void Many_at_once_agree_on_one_key()
    {
        var seen = new string[20];
        Parallel.For(0, seen.Length, number => seen[number] = Open().ReadOrCreate("town.pem", () => $"key of {number}"));
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public void A_key_that_cannot_be_made_leaves_no_half_file()
    {
        Assert.Throws<InvalidOperationException>(() => Open().ReadOrCreate("town.pem", () => throw new InvalidOperationException("no randomness")));
        Assert.Equal("second", Open().ReadOrCreate("town.pem", () => "second"));
    }

    public void Dispose() => TestFolder.Remove(folder);

    private KeyFiles Open() => new(Options.Create(new StorageOptions { DataDirectory = folder }));
}
