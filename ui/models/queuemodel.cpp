// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/queuemodel.h>

namespace huiyin {

QueueModel::QueueModel(const CaseReader &reader, UiGround ground, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_ground(std::move(ground))
    , m_queues(build())
{
    m_pool.setMaxThreadCount(1);
}

QueueModel::~QueueModel()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QVector<Queue> QueueModel::build() const
{
    const Instant now = m_ground.clock();
    CaseFilter open;
    open.open = true;

    CaseFilter mine = open;
    // Alone at the desk every open case is mine, whoever is written down as its handler.
    if (!m_ground.alone) {
        mine.handler = m_ground.actorName.isEmpty() ? m_ground.actorId : m_ground.actorName;
        // What nobody in my department has taken over yet waits for me too.
        mine.waitingIn = m_ground.actorDepartment;
    }
    CaseFilter visits;
    visits.stages = {Stage::AwaitingVisit};
    // Due soon: what comes due from now to the close of the next working day.
    CaseFilter soon = open;
    soon.dueFrom = now;
    soon.dueBefore = Instant::fromLocal(m_ground.calendar.nextWorkingDay(now.localDay()), kDayMs);
    CaseFilter overdue = open;
    overdue.overdueAt = now;
    CaseFilter incomplete = open;
    incomplete.incomplete = true;
    CaseFilter all;
    all.sort = CaseSort::Received;
    all.descending = true;

    return {
        {QStringLiteral("mine"), tr("For me"), QStringLiteral("user-check"), mine},
        {QStringLiteral("tasks"),
         tr("Tasks"),
         QStringLiteral("checks"),
         {},
         false,
         QStringLiteral("tasks.open")},
        {QStringLiteral("approvals"),
         tr("To approve"),
         QStringLiteral("rubber-stamp"),
         {},
         false,
         QStringLiteral("inbox.open")},
        {QStringLiteral("visits"), tr("To revisit"), QStringLiteral("phone-call"), visits},
        {QStringLiteral("soon"), tr("Due soon"), QStringLiteral("alarm"), soon},
        {QStringLiteral("overdue"), tr("Overdue"), QStringLiteral("alert-octagon"), overdue},
        {QStringLiteral("open"), tr("Open cases"), QStringLiteral("clipboard-list"), open},
        {QStringLiteral("incomplete"),
         tr("To complete"),
         QStringLiteral("clipboard-data"),
         incomplete},
        {QStringLiteral("all"), tr("All cases"), QStringLiteral("files"), all},
        {QStringLiteral("drafts"), tr("Drafts"), QStringLiteral("pencil"), {}, true},
    };
}

void QueueModel::recount()
{
    if (m_counting) {
        m_again = true;
        return;
    }
    m_counting = true;
    QVector<Queue> fresh = build();
    for (int i = 0; i < m_queues.size(); ++i) {
        m_queues[i].filter = fresh[i].filter;
    }
    m_pool.start([this, queues = m_queues, actor = m_ground.actorId] {
        QVector<std::optional<qint64>> counts;
        if (auto reader = m_reader.another()) {
            for (const Queue &queue : queues) {
                if (!queue.command.isEmpty()) {
                    counts.append(std::nullopt);
                    continue;
                }
                if (queue.drafts) {
                    const auto drafts = (*reader)->drafts(actor);
                    qint64 kept = 0;
                    if (drafts) {
                        for (const StoredDraft &draft : *drafts) {
                            kept += draft.discarded || draft.caseId ? 0 : 1;
                        }
                    }
                    counts.append(drafts ? std::optional(kept) : std::nullopt);
                    continue;
                }
                const auto count = (*reader)->count(queue.filter, kCountedTo);
                counts.append(count ? std::optional(*count) : std::nullopt);
            }
        } else {
            counts.fill(std::nullopt, queues.size());
        }
        QMetaObject::invokeMethod(
            this,
            [this, counts] {
                m_counting = false;
                for (int i = 0; i < m_queues.size(); ++i) {
                    if (m_queues[i].command.isEmpty() && m_queues[i].count != counts[i]) {
                        m_queues[i].count = counts[i];
                        emit dataChanged(index(i), index(i));
                    }
                }
                emit recounted();
                if (m_again) {
                    m_again = false;
                    recount();
                }
            },
            Qt::QueuedConnection);
    });
}

void QueueModel::setGround(UiGround ground)
{
    m_ground = std::move(ground);
    recount();
}

void QueueModel::setCount(const QString &id, std::optional<qint64> count)
{
    const auto row = rowOf(id);
    if (row >= 0 && m_queues.at(row).count != count) {
        m_queues[row].count = count;
        emit dataChanged(index(row), index(row));
    }
}

int QueueModel::rowOf(const QString &id) const
{
    for (int i = 0; i < m_queues.size(); ++i) {
        if (m_queues[i].id == id) {
            return i;
        }
    }
    return -1;
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_queues.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Queue &queue = m_queues[index.row()];
    const QString count = !queue.count                 ? QString()
                          : *queue.count >= kCountedTo ? QStringLiteral("999+")
                                                       : QString::number(*queue.count);
    switch (role) {
    case Qt::DisplayRole:
        return queue.title;
    case Qt::AccessibleTextRole:
        return count.isEmpty() ? queue.title : tr("%1, %2 cases").arg(queue.title, count);
    case QueueIdRole:
        return queue.id;
    case CountRole:
        return queue.count ? QVariant(*queue.count) : QVariant();
    case CountTextRole:
        return count;
    case IconRole:
        return queue.icon;
    default:
        return {};
    }
}

} // namespace huiyin
