using Microsoft.Playwright;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>axe-core in the real page: WCAG 2.2 A and AA.</summary>
internal static class Accessibility
{
    private static readonly string Axe = File.ReadAllText(ProductFiles.PathOf("src/App/Browser/node_modules/axe-core/axe.min.js"));

    private const string Everything = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
    private const string Colours = "{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }";

    /// <summary>Fails when axe finds a violation on the open page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="onlyColours">True for a page that was looked at in other colours: its structure is the same.</param>
    public static async Task AssertAccessibleAsync(this IPage page, bool onlyColours = false)
    {
        // Evaluated by the DevTools protocol: the page's content security policy does not apply to it, and stays untouched.
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await page.EvaluateAsync(Axe + "; undefined");
        var violations = await page.EvaluateAsync<string[]>(
            $$"""
            async () => (await axe.run(document, {{(onlyColours ? Colours : Everything)}}))
                .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} — ${node.html}`))
            """);
        Assert.True(violations.Length == 0, $"{page.Url}\n{string.Join('\n', violations)}");
    }
}
