// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <domain/finding.h>
#include <forms/formhouse.h>

#include <QWidget>

namespace huiyin {

class InlineMessage;
class MemoCell;

/// Running text outside a grid (the reason of a step): its label with the mark of what is required,
/// the cell, and below it what is wrong with it, until that is mended.
class MemoRow : public QWidget
{
    Q_OBJECT

public:
    /// \param house  outlives the row
    MemoRow(const FieldDef &field,
            const QString &words,
            bool required,
            const FormHouse &house,
            QWidget *parent = nullptr);

    [[nodiscard]] MemoCell *cell() const { return m_cell; }

    [[nodiscard]] bool isRequired() const { return m_required; }

    [[nodiscard]] bool isBlank() const;

    void say(const QString &sentence, Severity severity);
    [[nodiscard]] QString message() const;

signals:
    void edited(); ///< the person changed it

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitMessage();

    MemoCell *m_cell = nullptr;
    InlineMessage *m_message = nullptr;
    bool m_required;
};

} // namespace huiyin
