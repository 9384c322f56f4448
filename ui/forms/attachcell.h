// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/cell.h>

#include <QJsonArray>
#include <QPushButton>

#include <functional>

namespace huiyin {

/// The attachments of a case: count and names on a button that asks the window to choose files.
class AttachCell : public QPushButton, public Cell
{
    Q_OBJECT

public:
    explicit AttachCell(QWidget *parent);

    [[nodiscard]] QWidget *editor() override { return this; }

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &raw) override;

    void setReadOnly(bool readOnly) override { setEnabled(!readOnly); }

    [[nodiscard]] int heightFor(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QJsonArray m_files;
};

} // namespace huiyin
