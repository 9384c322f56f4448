// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kPage = 200;
constexpr int kEarlierLooked = 50;

} // namespace

Result<QVector<CaseRow>> Desk::inbox() const
{
    QVector<CaseRow> waiting;
    CaseFilter filter;
    filter.stages = {Stage::InApproval};
    Cursor cursor;
    do {
        const auto page = reader().page(filter, cursor, kPage);
        if (!page) {
            return page.error();
        }
        for (const CaseRow &row : page->rows) {
            const auto caseFile = reader().caseFile(row.id);
            if (!caseFile) {
                continue;
            }
            const QVector<StepOffer> offers = steps(*caseFile);
            const bool chained =
                std::any_of(offers.cbegin(), offers.cend(), [](const StepOffer &offer) {
                    return offer.chain.links > 0 && offer.chain.next;
                });
            const bool mine =
                std::any_of(offers.cbegin(), offers.cend(), [&](const StepOffer &offer) {
                    const MoveRule *move = regulationOf(*caseFile).move(offer.action);
                    const bool decides = move != nullptr && move->to &&
                                         *move->to != Stage::InApproval && !move->by.isEmpty() &&
                                         !isClosing(*move->to);
                    return offer.allowed && (chained ? offer.chain.next : decides);
                });
            if (mine) {
                waiting.append(row);
            }
        }
        cursor = page->next;
    } while (!cursor.isEmpty());
    return waiting;
}

QVector<EarlierCase> Desk::State::earlierOf(const QJsonObject &fields) const
{
    const QString phone = fields.value(QStringLiteral("phone")).toString();
    const QString name = fields.value(QStringLiteral("complainantName")).toString();
    QVector<EarlierCase> found;
    const auto take = [&](const QVector<CaseRow> &rows) {
        for (const CaseRow &row : rows) {
            const bool known = std::any_of(found.cbegin(), found.cend(), [&](const auto &one) {
                return one.caseNo == row.caseNo;
            });
            if (!known) {
                found.append({row.caseNo,
                              row.phone,
                              row.complainantName,
                              row.receivingUnit,
                              row.category,
                              row.subcategory,
                              row.receivedAt,
                              row.replyAt ? row.replyAt : row.closedAt,
                              !isClosing(row.stage)});
            }
        }
    };
    for (const QString &number : phone.split(QChar(u'、'), Qt::SkipEmptyParts)) {
        CaseFilter filter;
        filter.phone = number;
        filter.sort = CaseSort::Received;
        filter.descending = true;
        if (const auto page = reader.page(filter, {}, kEarlierLooked)) {
            take(page->rows);
        }
    }
    if (name.size() > 1) {
        if (const auto rows = reader.search(name, kEarlierLooked)) {
            take(*rows);
        }
    }
    return found;
}

} // namespace huiyin
