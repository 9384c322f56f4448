// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kEarlierLooked = 50;

} // namespace

Result<QVector<CaseRow>> Desk::inbox() const
{
    QVector<CaseRow> waiting;
    CaseFilter filter;
    filter.stages = {Stage::InApproval};
    const auto read = eachRow(reader(), filter, [&](const CaseRow &row) -> Result<Done> {
        const auto caseFile = reader().caseFile(row.id);
        if (!caseFile) {
            return Done{};
        }
        const QVector<StepOffer> offers = steps(*caseFile);
        const bool chained =
            std::any_of(offers.cbegin(), offers.cend(), [](const StepOffer &offer) {
                return offer.chain.links > 0 && offer.chain.next;
            });
        const bool mine = std::any_of(offers.cbegin(), offers.cend(), [&](const StepOffer &offer) {
            const MoveRule *move = regulationOf(*caseFile).move(offer.action);
            const bool decides = move != nullptr && move->to && *move->to != Stage::InApproval &&
                                 !move->by.isEmpty() && !isClosing(*move->to);
            return offer.allowed && (chained ? offer.chain.next : decides);
        });
        if (mine) {
            waiting.append(row);
        }
        return Done{};
    });
    return read ? Result(waiting) : Result<QVector<CaseRow>>(read.error());
}

QVector<EarlierCase> Desk::State::earlierOf(const QJsonObject &fields) const
{
    const QString phone = fields.value(QStringLiteral("phone")).toString();
    const auto found = reader.earlierOf(phone.split(QChar(u'、'), Qt::SkipEmptyParts),
                                        fields.value(QStringLiteral("complainantName")).toString(),
                                        kEarlierLooked);
    return found ? *found : QVector<EarlierCase>();
}

} // namespace huiyin
