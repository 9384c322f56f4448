// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QStringList>

#include <functional>

class QListWidget;

namespace huiyin {

/// A list of words below an editor. A child of the editor's window that never takes the focus:
/// typing goes on.
class PickPopup : public QFrame
{
    Q_OBJECT

public:
    static constexpr int kRows = 8;

    explicit PickPopup(QWidget *editor);
    ~PickPopup() override;

    /// Shows the words at the editor; hides itself if there are none. \param current  row marked,
    /// -1 = none
    void offer(const QStringList &words, int current);

    [[nodiscard]] bool isOffering() const { return isVisible(); }

    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] QString word(int row) const;
    void move(int rows);

signals:
    void picked(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_editor;
    QListWidget *m_list;
};

} // namespace huiyin
