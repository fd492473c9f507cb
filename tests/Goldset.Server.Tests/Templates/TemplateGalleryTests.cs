using System.Text.Json;
using Goldset.Labeling;
using Goldset.Server.Templates;

namespace Goldset.Server.Tests.Templates;

public class TemplateGalleryTests
{
    public static IEnumerable<TheoryDataRow<string>> Titles => TemplateGallery.Catalog.Templates.Select(template => new TheoryDataRow<string>(template.Title));

    [Fact]
    public void The_gallery_is_sorted_by_group_and_order()
    {
        var (templates, groups) = TemplateGallery.Catalog;

        templates.Count.ShouldBeGreaterThanOrEqualTo(45);
        templates.Select(template => template.Group).Distinct().ShouldBe(groups);
        templates.Select(template => template.Title).ShouldBeUnique();
        templates.Where(template => template.Group == "Generative AI").Select(template => template.Order).ShouldBe([1, 2, 3, 4, 5, 6]);
        templates.Select(template => template.Title).ShouldContain("Named Entity Recognition");
        templates.Select(template => template.Title).ShouldContain("Object Detection with Bounding Boxes");
    }

    [Fact]
    public void It_is_written_as_the_api_shows_it()
    {
        var json = JsonSerializer.SerializeToNode(TemplateGallery.Catalog, JsonSerializerOptions.Web)!;

        json.AsObject().Select(member => member.Key).ShouldBe(["templates", "groups"]);
        json["templates"]![0]!.AsObject().Select(member => member.Key).ShouldBe(["group", "title", "order", "type", "image", "details", "config"]);
        json["templates"]!.AsArray().ShouldContain(template => !template!.AsObject().ContainsKey("order"));
    }

    [Theory, MemberData(nameof(Titles))]
    public void A_template_can_be_used_as_it_is(string title)
    {
        var template = Find(title);
        var config = LabelConfigValidator.Validate(template.Config);

        config.HasControlTags.ShouldBeTrue();
        config.Controls.SelectMany(control => control.ToNames).ShouldAllBe(name => config.FindObject(name) != null);
        template.Details.ShouldStartWith("<p>");
        using var image = TemplateGallery.OpenImage(template.Image[TemplateGallery.ImagePath.Length..]);
        image.ShouldNotBeNull();

        var sample = JsonElement.Parse(SampleTask.Create(config, new SampleOptions()));
        new TaskDataValidator(config).ExplainData(sample).ShouldBeNull();
        foreach (var tag in config.Objects.Where(tag => tag.Value?.StartsWith('$') == true || tag.ValueList is not null))
        {
            sample.TryGetProperty(tag.DataKey, out _).ShouldBeTrue(tag.DataKey);
        }
    }

    [Theory, MemberData(nameof(Titles))]
    public void Its_keys_do_not_get_into_each_others_way(string title)
    {
        var config = LabelConfig.Parse(Find(title).Config);
        var elements = config.Root.DescendantsAndSelf().ToList();
        var hotkeys = elements.Select(element => element.Attribute("hotkey")).OfType<string>().ToList();

        hotkeys.ShouldBeUnique();
        hotkeys.ShouldNotContain("u");
        // Tools of the picture have keys of their own.
        if (elements.Any(element => element.Tag == "Image"))
        {
            hotkeys.ShouldAllBe(key => key.Length > 1 || !"oemkwprvbh".Contains(key));
        }
    }

    private static LabelingTemplate Find(string title) => TemplateGallery.Catalog.Templates.Single(template => template.Title == title);
}
