// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/pointshares.h>

#include <algorithm>
#include <numeric>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A group without points of its own has those of its members.
qint64 pointsOf(const PenaltyParty &party)
{
    if (party.points > 0 || party.members.isEmpty()) {
        return party.points;
    }
    return std::accumulate(
        party.members.cbegin(),
        party.members.cend(),
        qint64{0},
        [](qint64 sum, const PenaltyParty &member) { return sum + pointsOf(member); });
}

QVector<qint64> pointsOf(const QVector<PenaltyParty> &parties)
{
    QVector<qint64> points;
    for (const PenaltyParty &party : parties) {
        points.append(pointsOf(party));
    }
    return points;
}

void append(PointShares &shares,
            const QVector<PenaltyParty> &parties,
            const QString &group,
            qint64 fen,
            qint64 allPoints)
{
    QVector<qint64> points = pointsOf(parties);
    const qint64 own = std::accumulate(points.cbegin(), points.cend(), qint64{0});
    const qint64 all = std::max(own, allPoints);
    points.append(all - own); // those of the department nobody named
    const auto split = basePointShares(fen, points);
    if (!split) {
        shares.fault = u"penalty.points.none"_s;
        shares.args = {{u"name"_s, group}};
        return;
    }
    for (qsizetype i = 0; i < parties.size(); ++i) {
        const PenaltyParty &party = parties.at(i);
        const qint64 share = split->at(i);
        if (!party.members.isEmpty()) {
            append(shares, party.members, party.name, share, 0);
            continue;
        }
        const QStringList blanks{
            yuanText(fen), figureText(all), figureText(points.at(i)), yuanText(share)};
        const QString formula =
            u"%1 ÷ %2 × %3 = %4"_s.arg(blanks.at(0), blanks.at(1), blanks.at(2), blanks.at(3));
        shares.list.append(
            {&party,
             group,
             share,
             group.isEmpty() ? u"损失 ÷ 部门总基点 × 个人基点："_s + formula + u" 元"_s
                             : group + u"应罚额 ÷ 组总基点 × 个人基点："_s + formula + u" 元"_s,
             group.isEmpty()
                 ? u"loss ÷ points of the department × own points: "_s + formula + u" yuan"_s
                 : u"share of "_s + group + u" ÷ its points × own points: "_s + formula +
                       u" yuan"_s});
    }
}

} // namespace

PointShares pointShares(const PenaltyFacts &facts)
{
    PointShares shares;
    const QVector<qint64> points = pointsOf(facts.parties);
    const qint64 own = std::accumulate(points.cbegin(), points.cend(), qint64{0});
    if (facts.allPoints > 0 && own > facts.allPoints) {
        shares.fault = u"penalty.points.over"_s;
        shares.args = {{u"points"_s, figureText(own)}, {u"all"_s, figureText(facts.allPoints)}};
        return shares;
    }
    append(shares, facts.parties, {}, facts.lossFen.value_or(0), facts.allPoints);
    return shares;
}

QVector<PenaltyParty> allPersons(const QVector<PenaltyParty> &parties)
{
    QVector<PenaltyParty> persons;
    for (const PenaltyParty &party : parties) {
        if (party.members.isEmpty()) {
            persons.append(party);
        } else {
            persons += allPersons(party.members);
        }
    }
    return persons;
}

} // namespace huiyin
