// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/queuemodel.h>

#include <QListView>

namespace huiyin {

/// The queues with their counts at the left edge; as a rail of icons where the window is narrow.
class NavPane : public QListView
{
    Q_OBJECT

public:
    explicit NavPane(QueueModel &model, QWidget *parent = nullptr);

    void setRail(bool rail);

    /// Marks the queue without opening it.
    void mark(const QString &queueId);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(const huiyin::Queue &queue);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();

    QueueModel &m_model;
    bool m_rail = false;
};

} // namespace huiyin
