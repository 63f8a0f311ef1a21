using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Kernel.Tests.Keys;

public sealed class KeyRingsTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("modellstadt-rings-").FullName;
    private readonly SettableTime time = new(Start);
    private readonly List<string> prepared = [];

    private RotatingKey Key => new("town", RotatingKey.ShortestLead, TimeSpan.FromMinutes(5), prepared.Add);

    [Fact]
    public void A_key_that_was_never_changed_is_used_at_every_time_under_its_own_name()
    {
        var ring = Open().Read("town");
        Assert.Equal("town", ring.KeyName(ring.At(Start.AddYears(-10))));
        Assert.Equal(ring.At(Start), Assert.Single(ring.AcceptedAt(Start)));
        Assert.False(ring.IsChanging(Start));
    }

    [Fact]
    public void The_next_key_is_made_at_once_accepted_at_once_and_used_in_time()
    {
        var ring = Open().Rotate(Key, Start.AddMinutes(1));

        Assert.Equal(["town.2"], prepared);
        Assert.Equal(1, ring.At(Start.AddSeconds(59)).Number);
        Assert.Equal(2, ring.At(Start.AddMinutes(1)).Number);
        Assert.Equal([2, 1], ring.AcceptedAt(Start).Select(generation => generation.Number));
        Assert.Equal([2, 1], ring.AcceptedAt(Start.AddMinutes(6).AddTicks(-1)).Select(generation => generation.Number));
        Assert.Equal([2], ring.AcceptedAt(Start.AddMinutes(6)).Select(generation => generation.Number));
    }

    [Fact]
    public void While_one_is_announced_another_call_changes_nothing()
    {
        var rings = Open();
        rings.Rotate(Key, Start.AddMinutes(1));
        Assert.Equal([1, 2], rings.Rotate(Key, Start.AddMinutes(30)).Generations.Select(generation => generation.Number));
        Assert.Equal(["town.2"], prepared);

        time.Now = Start.AddMinutes(2);
        Assert.Equal([1, 2, 3], rings.Rotate(Key, Start.AddMinutes(3)).Generations.Select(generation => generation.Number));
    }

    [Fact]
    public void What_has_ended_is_left_out_and_numbers_are_never_used_again()
    {
        var rings = Open();
        rings.Rotate(Key, Start.AddMinutes(1));
        time.Now = Start.AddHours(1);
        Assert.Equal([2, 3], rings.Rotate(Key, Start.AddHours(1).AddMinutes(1)).Generations.Select(generation => generation.Number));
    }

    [Fact]
    public void Another_process_sees_a_change_within_a_second_and_after_a_restart()
    {
        var (one, other) = (Open(), Open());
        Assert.Single(other.Read("town").Generations);
        one.Rotate(Key, Start.AddMinutes(1));
        time.Now = Start.AddSeconds(1);
        Assert.Equal(2, other.Read("town").Generations.Count);
        Assert.Equal(2, Open().Read("town").Generations.Count);
    }

    [Fact]
    public void Without_a_change_the_ring_is_the_same_object()
    {
        var rings = Open();
        rings.Rotate(Key, Start.AddMinutes(1));
        var ring = rings.Read("town");
        time.Now = Start.AddMinutes(10);
        Assert.Same(ring, rings.Read("town"));
    }

    [Fact]
    public void Many_at_once_announce_one_key()
    {
        Parallel.For(0, 16, _ => Open().Rotate(Key with { Prepare = _ => { } }, Start.AddMinutes(1)));
        Assert.Equal([1, 2], Open().Read("town").Generations.Select(generation => generation.Number));
    }

    [Fact]
    public void A_key_that_cannot_be_made_is_not_announced()
    {
        Assert.Throws<InvalidOperationException>(() => Open().Rotate(Key with { Prepare = _ => throw new InvalidOperationException("The keeper is silent.") }, Start.AddMinutes(1)));
        Assert.Single(Open().Read("town").Generations);
    }

    public void Dispose() => TestFolder.Remove(folder);

    private KeyRings Open() => new(new KeyFiles(Options.Create(new StorageOptions { DataDirectory = folder })), time);
}
