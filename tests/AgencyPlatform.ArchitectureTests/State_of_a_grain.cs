using System.Text.Json;
using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class State_of_a_grain
{
    /// <summary>One sample per shape a state ever had in a release; a file is added, never changed.</summary>
    private const string Samples = "tests/AgencyPlatform.ArchitectureTests/StateHistory";

    private static readonly IReadOnlyList<Type> Ours = OurCode.All.Types();

    private static readonly JsonSerializerOptions Storage = StateLaws.OptionsOf(OurCode.Grains);

    private static readonly IReadOnlyList<Type> Sound = [typeof(Planted.SoundGrain)];

    [Fact]
    public void survives_the_serializer_that_stores_it()
    {
        Law.Holds(StateLaws.Survives(Ours, Storage));
        Law.Names(StateLaws.Survives(PlantedTypes.All, JsonSerializerOptions.Default), "LossyRecord", "UnreadableRecord");
    }

    [Fact]
    public void loads_from_yesterdays_json()
    {
        using var planted = new PlantedFiles(
            ("history/SoundRecord.good.json", """{"Name":"n","Count":1,"Events":[{"$type":"opened","By":"b"}]}"""),
            ("history/SoundRecord.renamed.json", """{"Title":"n"}"""),
            ("history/SoundRecord.retyped.json", """{"Count":"one"}"""),
            ("history/GoneRecord.json", "{}"));

        Law.Holds(StateLaws.YesterdayLoads(Ours, Storage, Repository.Ours, Samples));
        Law.Names(
            StateLaws.YesterdayLoads(Sound, JsonSerializerOptions.Default, planted.Repository, "history"),
            "history/SoundRecord.renamed.json", "history/SoundRecord.retyped.json", "history/GoneRecord.json");
    }

    [Fact]
    public void has_a_sample_of_every_member()
    {
        using var planted = new PlantedFiles(("history/SoundRecord.old.json", """{"Name":"n"}"""));
        var fresh = planted.Repository.Path("fresh");

        Law.Holds(StateLaws.TodayIsSampled(Ours, Storage, Repository.Ours, Samples, Repository.Ours.Path("artifacts/state-history")));
        Law.Names(StateLaws.TodayIsSampled(Sound, JsonSerializerOptions.Default, planted.Repository, "history", fresh), "SoundRecord");

        File.Move(Path.Combine(fresh, "SoundRecord.json"), planted.Repository.Path("history/SoundRecord.new.json"));
        Law.Holds(StateLaws.TodayIsSampled(Sound, JsonSerializerOptions.Default, planted.Repository, "history", fresh));
        Law.Holds(StateLaws.YesterdayLoads(Sound, JsonSerializerOptions.Default, planted.Repository, "history"));
    }
}
