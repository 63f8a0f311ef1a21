using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>A piece of a bar.</summary>
/// <param name="From">Where it begins, 0 to <see cref="TimelineScale.Width"/>.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Kind"><c>certain</c>; <c>vague</c> where the source is only as precise as a month or a year; <c>open</c> where an end was not found.</param>
internal sealed record BarPiece(double From, double Width, string Kind)
{
    /// <summary>How far a bar goes on when its other end was not found.</summary>
    private const int OpenDays = 150;

    /// <summary>The pieces of a project from left to right; none when nothing is known. A grant stands for a start that was not found.</summary>
    public static IReadOnlyList<BarPiece> Of(Project project, TimelineScale scale) => (project.Start?.Value, project.End?.Value) switch
    {
        (null, { } end) when project.GrantedOn is { } grant && grant.Value.First < end.First => Pieces(scale, (grant.Value.First, "open"), (Beyond(end), "vague"), (end.Last.AddDays(1), "")),
        (null, null) when project.GrantedOn is { } grant => Pieces(scale, (grant.Value.First, "open"), (grant.Value.First.AddDays(OpenDays), "")),
        ({ } start, { } end) when start.Last < end.First => Pieces(scale, (start.First, "vague"), (Sure(start), "certain"), (Beyond(end), "vague"), (end.Last.AddDays(1), "")),
        ({ } start, { } end) => Pieces(scale, (start.First, "vague"), (end.Last.AddDays(1), "")),
        ({ } start, null) => Pieces(scale, (start.First, "vague"), (Sure(start), "open"), (Sure(start).AddDays(OpenDays), "")),
        (null, { } end) => Pieces(scale, (end.First.AddDays(-OpenDays), "open"), (Beyond(end), "vague"), (end.Last.AddDays(1), "")),
        _ => [],
    };

    /// <summary>The day from which it had surely begun; a known day is no piece of its own.</summary>
    private static DateOnly Sure(PartialDate start) => start.Last == start.First ? start.First : start.Last.AddDays(1);

    /// <summary>The day up to which it surely went on.</summary>
    private static DateOnly Beyond(PartialDate end) => end.Last == end.First ? end.Last.AddDays(1) : end.First;

    private static IReadOnlyList<BarPiece> Pieces(TimelineScale scale, params (DateOnly From, string Kind)[] edges) =>
        [.. edges.Zip(edges.Skip(1)).Select(pair => new BarPiece(scale.At(pair.First.From), scale.At(pair.Second.From) - scale.At(pair.First.From), pair.First.Kind)).Where(piece => piece.Width > 0)];
}
