// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/clocks.h>
#include <rules/repeats.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

bool sharesPhone(const QString &a, const QString &b)
{
    if (a == b) {
        return !a.isEmpty();
    }
    if (!a.contains(u'、') && !b.contains(u'、')) {
        return false; // one number each, as most have
    }
    const QStringList numbers = a.split(u'、', Qt::SkipEmptyParts);
    const QStringList others = b.split(u'、', Qt::SkipEmptyParts);
    return std::any_of(numbers.cbegin(), numbers.cend(), [&](const QString &number) {
        return others.contains(number);
    });
}

/// What of the complaint being recorded is held against each earlier one.
struct Incoming
{
    explicit Incoming(const QJsonObject &fields)
        : name(fields.value(u"complainantName"_s).toString())
        , phone(fields.value(u"phone"_s).toString())
        , unit(fields.value(u"receivingUnit"_s).toString())
        , relatedNo(fields.value(u"relatedNo"_s).toString())
        , category(fields.value(u"category"_s).toString())
        , finer(fields.value(u"subcategory"_s).toString())
    {
    }

    [[nodiscard]] bool isSamePerson(const EarlierCase &earlier) const
    {
        return sharesPhone(phone, earlier.phone) ||
               (!name.isEmpty() && name == earlier.name && !earlier.unit.isEmpty() &&
                unit == earlier.unit);
    }

    [[nodiscard]] bool isSameMatter(const EarlierCase &earlier) const
    {
        return relatedNo == earlier.caseNo ||
               (!category.isEmpty() && category == earlier.category &&
                (finer.isEmpty() || earlier.subcategory.isEmpty() || finer == earlier.subcategory));
    }

    QString name, phone, unit, relatedNo, category, finer;
};

const Choice *channelOf(const FieldCatalogue &catalogue, const QString &channel)
{
    const CodeList *list = catalogue.choicesOf(u"channel");
    return list == nullptr ? nullptr : list->byId(channel);
}

void propose(const Ground &ground, QJsonObject &fields, const QString &id, const QJsonValue &value)
{
    if (!hasValue(fields, id) && ground.catalogue.field(id) != nullptr) {
        fields.insert(id, value);
    }
}

} // namespace

void proposeRepeat(const Ground &ground, QJsonObject &fields, Findings &findings)
{
    if (fields.value(u"repeatFlag"_s) == QJsonValue(false) ||
        fields.value(u"repeatKind"_s) == u"None"_s) {
        return; // a person has looked and said it is not
    }
    const Incoming incoming(fields);
    const Instant received =
        momentOf(ground.hours, fields.value(u"receivedAt"_s)).value_or(ground.now);
    const EarlierCase *answered = nullptr;
    const EarlierCase *open = nullptr;
    for (const EarlierCase &one : ground.earlier) {
        // What came in before the other was answered is no complaint about that answer.
        if (!incoming.isSameMatter(one) || !incoming.isSamePerson(one) ||
            (one.answeredAt && *one.answeredAt > received)) {
            continue;
        }
        const EarlierCase *&latest = one.answeredAt ? answered : open;
        if (latest == nullptr || latest->receivedAt < one.receivedAt) {
            latest = &one;
        }
    }
    const QString channel = fields.value(u"channel"_s).toString();
    if (answered != nullptr) {
        propose(ground, fields, u"repeatFlag"_s, true);
        propose(ground, fields, u"repeatKind"_s, u"Repeated"_s);
        propose(ground, fields, u"relatedNo"_s, answered->caseNo);
        findings.append(
            {u"intake.repeat"_s,
             Severity::Warning,
             u"repeatFlag"_s,
             fieldArgs(ground.catalogue,
                       u"repeatFlag"_s,
                       {{u"caseNo"_s, answered->caseNo},
                        {u"answered"_s, answered->answeredAt->localDay().toString()}})});
    } else if (ground.regulation.fromAbove.contains(channel)) {
        const Choice *choice = channelOf(ground.catalogue, channel);
        propose(ground, fields, u"repeatKind"_s, u"SkipLevel"_s);
        if (open != nullptr) {
            propose(ground, fields, u"relatedNo"_s, open->caseNo);
        }
        findings.append({u"intake.skipLevel"_s,
                         Severity::Warning,
                         u"repeatKind"_s,
                         fieldArgs(ground.catalogue,
                                   u"repeatKind"_s,
                                   {{u"channel"_s, choice == nullptr ? channel : choice->zh},
                                    {u"channelEn"_s, choice == nullptr ? channel : choice->en}})});
    } else if (open != nullptr) {
        propose(ground, fields, u"relatedNo"_s, open->caseNo);
        findings.append(
            {u"intake.again"_s,
             Severity::Warning,
             u"relatedNo"_s,
             fieldArgs(ground.catalogue, u"relatedNo"_s, {{u"caseNo"_s, open->caseNo}})});
    }
}

} // namespace huiyin
