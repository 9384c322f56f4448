// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <models/uiground.h>

#include <QAbstractListModel>
#include <QThreadPool>
#include <QVector>

#include <optional>

namespace huiyin {

/// One work queue of the navigation.
struct Queue
{
    QString id; ///< mine tasks approvals visits soon overdue open incomplete all drafts
    QString title;
    QString icon; ///< name of an icon in :/huiyin/icons
    CaseFilter filter;
    bool drafts = false;  ///< the draft box, not a case filter
    QString command = {}; ///< opens a page of its own instead of a list
    std::optional<qint64> count = std::nullopt;
};

/// The work queues with their live counts; counting goes on in a worker thread and stops at 999.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { QueueIdRole = Qt::UserRole + 1, CountRole, IconRole, CountTextRole };

    static constexpr qint64 kCountedTo = 1000;

    QueueModel(const CaseReader &reader, UiGround ground, QObject *parent = nullptr);
    ~QueueModel() override;

    /// Counts all queues anew (a case changed, a minute passed).
    void recount();
    void setGround(UiGround ground);

    [[nodiscard]] const QVector<Queue> &queues() const { return m_queues; }

    /// The count of a queue that has a page of its own; nothing: not known.
    void setCount(const QString &id, std::optional<qint64> count);

    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    void recounted();

private:
    [[nodiscard]] QVector<Queue> build() const;

    const CaseReader &m_reader;
    UiGround m_ground;
    QVector<Queue> m_queues;
    bool m_counting = false;
    bool m_again = false;
    QThreadPool m_pool;
};

} // namespace huiyin
