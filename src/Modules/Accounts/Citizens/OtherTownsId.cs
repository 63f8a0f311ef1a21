namespace Modellstadt.Accounts;

/// <summary>A citizen ID of another town as means of signing in. Its town and its subject count together: the same subject of two towns is two people.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel of the town that issued it.</param>
/// <param name="Town">That town's name, for people.</param>
/// <param name="Subject">By what that town knows the person.</param>
public sealed record OtherTownsId(string Ags, string Town, string Subject);
