// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/packtext.h>
#include <rules/penaltybuild.h>
#include <rules/regulation.h>
#include <rules/regulationcheck.h>
#include <rules/regulationshape.h>
#include <rules/rulelist.h>

#include <QDir>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The forms there are, variants and all: a pack takes complaints on its own variant.
const QStringList &builtinSheetIds()
{
    static const QStringList ids = [] {
        QStringList names = QDir(u":/huiyin/sheets"_s).entryList({u"F-*.toml"_s}, QDir::Files);
        for (QString &name : names) {
            name.chop(5);
        }
        return names;
    }();
    return ids;
}

class TextReader
{
public:
    TextReader(const PackSource &shared, Findings &findings, ReadBefore &before)
        : m_shared(shared)
        , m_findings(findings)
        , m_before(before)
    {
    }

    void read(const QByteArray &toml)
    {
        if (const auto root = readToml(toml, m_findings)) {
            take(*root, {});
        }
    }

    QVector<PackText> texts;

private:
    void take(const TomlValue &root, const QString &source)
    {
        if (const TomlValue *pack = root.find(u"pack")) {
            const TomlValue *id = pack->find(u"id");
            m_open.append(id != nullptr ? id->string : QString());
            if (const TomlValue *uses = pack->find(u"uses")) {
                for (const TomlValue &item : uses->items) {
                    follow(item);
                }
            }
            m_open.removeLast();
        }
        texts.append({source, root});
    }

    /// The file of a shared pack, parsed when it is first named; nothing without a fault: there is
    /// none.
    std::optional<TomlValue> rootOf(const QString &id, Findings &faults)
    {
        const auto known = m_before.shared.constFind(id);
        if (known != m_before.shared.cend()) {
            return *known;
        }
        const auto bytes = m_shared ? m_shared(id) : std::nullopt;
        auto root = bytes ? readToml(*bytes, faults) : std::nullopt;
        if (root) {
            m_before.shared.insert(id, *root);
        }
        return root;
    }

    void follow(const TomlValue &item)
    {
        const QString id = item.string;
        if (id.isEmpty() || m_done.contains(id)) {
            return;
        }
        if (m_open.contains(id)) {
            refuse(u"pack.uses.cyclic"_s, item);
            return;
        }
        // The fault of another file is reported at the place that uses it.
        Findings inner;
        const auto root = rootOf(id, inner);
        if (!root && inner.isEmpty()) {
            refuse(u"pack.uses.unknown"_s, item);
            return;
        }
        m_done.insert(id);
        if (!root) {
            refuse(u"pack.uses.faulty"_s, item, inner.first().line);
            return;
        }
        TextReader other(m_shared, inner, m_before);
        other.m_open = m_open;
        other.m_done = m_done;
        other.take(*root, id + u".toml"_s);
        for (Finding finding : inner) {
            finding.line = item.line;
            finding.column = item.column;
            m_findings.append(finding);
        }
        m_done = other.m_done;
        texts += other.texts;
    }

    void refuse(const QString &code, const TomlValue &at, int line = 0)
    {
        Args args{{u"entry"_s, u"[pack]"_s}, {u"key"_s, u"uses"_s}, {u"value"_s, at.string}};
        if (line > 0) {
            args.insert(u"at"_s, QString::number(line));
        }
        m_findings.append(Finding{code, Severity::Refusal, {}, args, {}, at.line, at.column});
    }

    const PackSource &m_shared;
    Findings &m_findings;
    ReadBefore &m_before;
    QStringList m_open;
    QSet<QString> m_done;
};

QStringList idsOf(const QVector<PackText> &texts, QStringView table)
{
    QStringList ids;
    for (const PackText &text : texts) {
        if (const TomlValue *entries = text.root.find(table)) {
            for (const TomlValue &entry : entries->items) {
                if (const TomlValue *id = entry.find(u"id")) {
                    ids.append(id->string);
                }
            }
        }
    }
    return ids;
}

QStringList choiceIds(const FieldCatalogue &catalogue, QStringView list)
{
    QStringList ids;
    if (const CodeList *codes = catalogue.codeList(list)) {
        for (const Choice &choice : codes->choices) {
            ids.append(choice.id);
        }
    }
    return ids;
}

KnownNames fieldNames(const FieldCatalogue &catalogue)
{
    KnownNames known;
    for (const FieldDef &field : catalogue.fields()) {
        known[u"field"_s].append(field.id);
        switch (field.type) {
        case FieldType::DateTime:
            known[u"datetime"_s].append(field.id);
            known[u"day"_s].append(field.id);
            break;
        case FieldType::Date:
            known[u"day"_s].append(field.id);
            break;
        case FieldType::Person:
            known[u"owner"_s].append(field.id);
            known[u"barred"_s].append(field.id);
            break;
        case FieldType::List:
            known[u"parts"_s].append(field.id);
            break;
        case FieldType::Money:
            known[u"money"_s].append(field.id);
            [[fallthrough]];
        case FieldType::Int:
        case FieldType::Decimal:
            known[u"number"_s].append(field.id);
            break;
        case FieldType::Dept:
            known[u"owner"_s].append(field.id);
            break;
        default:
            break;
        }
    }
    return known;
}

KnownNames knownNames(const QVector<PackText> &texts,
                      const FieldCatalogue &catalogue,
                      const std::optional<QStringList> &ruleIds,
                      ReadBefore &before)
{
    if (!before.fieldNames) {
        before.fieldNames = fieldNames(catalogue);
    }
    KnownNames known = *before.fieldNames;
    const QStringList roles = idsOf(texts, u"role");
    const QStringList moves = idsOf(texts, u"move");
    known[u"role"_s] = roles;
    known[u"owner"_s] += roles;
    known[u"barred"_s] += roles;
    known[u"told"_s] = QStringList{u"owner"_s} + roles;
    known[u"stage"_s] = idsOf(texts, u"stage");
    known[u"move"_s] = moves;
    known[u"clock"_s] = idsOf(texts, u"clock");
    known[u"occasion"_s] = QStringList{u"intake"_s} + moves;
    known[u"start"_s] = known.value(u"datetime"_s);
    known[u"moveRef"_s] = {};
    for (const QString &move : moves) {
        known[u"start"_s].append(u"move:"_s + move);
        known[u"barred"_s].append(u"move:"_s + move);
        known[u"moveRef"_s].append(u"move:"_s + move);
    }
    for (int i = 0; i < kStageCount; ++i) {
        known[u"allStages"_s].append(stageId(static_cast<Stage>(i)));
    }
    known[u"kind"_s] = choiceIds(catalogue, u"CL-01");
    if (const CodeList *channels = catalogue.choicesOf(u"channel")) {
        for (const Choice &channel : channels->choices) {
            known[u"channel"_s].append(channel.id);
        }
    }
    known[u"retention"_s] = choiceIds(catalogue, u"CL-15");
    known[u"ground"_s] = idsOf(texts, u"ground");
    known[u"penalty"_s] = idsOf(texts, u"penalty");
    known[u"parameter"_s] = idsOf(texts, u"parameter");
    known[u"base"_s] = known.value(u"money"_s) + known.value(u"parameter"_s);
    known[u"sheet"_s] = builtinSheetIds();
    if (ruleIds) {
        known[u"ruleId"_s] = *ruleIds;
        for (const QString &own : idsOf(texts, u"rule")) {
            // `R-` belongs to the list of written regulations; a pack may not invent one.
            if (!own.startsWith(u"R-")) {
                known[u"ruleId"_s].append(own);
            }
        }
        known[u"rule"_s] = known.value(u"ruleId"_s);
    }
    return known;
}

FieldWords fieldWords(const FieldCatalogue &catalogue, const KnownNames &names)
{
    FieldWords known;
    known.clocks = names.value(u"clock"_s);
    const QStringList parameters = names.value(u"parameter"_s);
    known.words = [&catalogue](const QString &id) {
        QStringList words;
        const FieldDef *field = catalogue.field(id);
        if (field != nullptr && field->type == FieldType::Bool) {
            words = {u"true"_s, u"false"_s};
        } else if (const CodeList *list = catalogue.choicesOf(id)) {
            for (const Choice &choice : list->choices) {
                words.append(choice.id);
            }
        }
        return words;
    };
    known.comparison = [&catalogue, parameters](const QString &field,
                                                const QString &text) -> std::optional<Error> {
        const auto comparison = Comparison::parse(catalogue, field, text, parameters);
        return comparison && !*comparison ? std::optional(comparison->error()) : std::nullopt;
    };
    known.isComparison = [&catalogue](const QString &text) {
        return Comparison::parse(catalogue, {}, text).has_value();
    };
    return known;
}

} // namespace

QVector<PackText> readPackTexts(const QByteArray &toml,
                                const PackSource &shared,
                                Findings &findings,
                                ReadBefore &before)
{
    TextReader reader(shared, findings, before);
    reader.read(toml);
    return reader.texts;
}

RegulationReading
readRegulation(const QByteArray &toml, const FieldCatalogue &catalogue, const PackSource &shared)
{
    ReadBefore before;
    return readRegulation(toml, catalogue, shared, before);
}

RegulationReading readRegulation(const QByteArray &toml,
                                 const FieldCatalogue &catalogue,
                                 const PackSource &shared,
                                 ReadBefore &before)
{
    RegulationReading reading;
    Findings &findings = reading.findings;
    const QVector<PackText> texts = readPackTexts(toml, shared, findings, before);
    if (texts.isEmpty()) {
        return reading;
    }
    std::optional<QStringList> ruleIds;
    if (const auto list = shared ? shared(u"rules"_s) : std::nullopt) {
        ruleIds = QStringList();
        for (const RuleText &rule : readRuleList(*list, findings)) {
            ruleIds->append(rule.id);
        }
    }
    const KnownNames known = knownNames(texts, catalogue, ruleIds, before);
    const FieldWords words = fieldWords(catalogue, known);
    QSet<QString> faulty;
    for (const PackText &text : texts) {
        ShapeCheck check(known, words, text.source, findings);
        check.check(text.root, packShape(), {});
        faulty += check.faulty();
    }
    EntryPlaces places;
    Regulation regulation =
        buildRegulation(texts, catalogue, known.value(u"parameter"_s), places, faulty, findings);
    checkRegulation(regulation, places, faulty, findings);
    checkFlow(regulation, places, faulty, findings);
    checkMoney(regulation, places, faulty, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    if (!refuses(findings)) {
        reading.regulation = std::move(regulation);
    }
    return reading;
}

QString regulationSchema() { return shapeText(packShape(), u"制度包格式 Regulation pack"_s); }

} // namespace huiyin
